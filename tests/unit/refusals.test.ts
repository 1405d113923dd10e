import { ORPCError } from '@orpc/client';
import { beforeEach, expect, test } from 'vitest';
import { forgetRefusals, useRefusals, watchRefusals } from '../../src/renderer/app/refusals.ts';

beforeEach(forgetRefusals);

const isTold = () => useRefusals.getState().calls.size > 0;

/** A line that answers each call with what the test says; an error is thrown. */
function lineThat(answers: Record<string, unknown>) {
  const line = watchRefusals({
    async call(path) {
      const answer = answers[path.join('.')];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return (call: string) => line.call(call.split('.'), undefined, { context: {} });
}

test('a call that the disk refuses is told of, and still fails for whoever made it', async () => {
  const refusal = new ORPCError('UNWRITABLE');
  const call = lineThat({ 'team.add': refusal, 'team.list': [] });
  await expect(call('team.add')).rejects.toBe(refusal);
  expect(isTold()).toBe(true);
  // Reading says nothing about writing.
  await call('team.list');
  expect(isTold()).toBe(true);
});

test('it is told no more when the disk takes what it refused, or when somebody closes it', async () => {
  const answers: Record<string, unknown> = {
    'team.add': new ORPCError('UNWRITABLE'),
    'contacts.save': new ORPCError('UNWRITABLE'),
  };
  const call = lineThat(answers);
  for (const name of Object.keys(answers)) await expect(call(name)).rejects.toThrow();
  answers['contacts.save'] = { contactId: 1 };
  await call('contacts.save');
  expect(isTold()).toBe(false);
  await expect(call('team.add')).rejects.toThrow();
  expect(isTold()).toBe(true);
  forgetRefusals();
  expect(isTold()).toBe(false);
});

test('any other failure is none of it', async () => {
  const call = lineThat({ 'team.add': new ORPCError('NAME_TAKEN'), 'team.list': new Error('the line is gone') });
  for (const name of ['team.add', 'team.list']) await expect(call(name)).rejects.toThrow();
  expect(isTold()).toBe(false);
});
