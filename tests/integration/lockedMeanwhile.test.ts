import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { aBan, aFinishedBanLetter, letterCase } from '../support/letterCase.ts';
import { aDraft } from '../support/samples.ts';
import type { PracticeCopy } from '../support/template.ts';

/**
 * Locking in the middle of something that takes long: nothing is answered, nothing that was there is lost, and no file in
 * the folder is left half-written.
 */
const current = letterCase();
const period = { from: '2026-11-01', lastDay: '2026-11-30' };

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/store\.db-(wal|shm)$/.test(name))
    .sort();

/** When the other thread gets something to do: what is asked is then in the middle of it. */
function nextTask({ core }: PracticeCopy): Promise<void> {
  const { offMainThread } = core.context.core;
  return new Promise((resolve) => {
    vi.spyOn(offMainThread, 'run').mockImplementationOnce((...task) => {
      vi.mocked(offMainThread.run).mockRestore();
      resolve();
      return offMainThread.run(...task);
    });
  });
}

test('no paper, file or answer of what was being made comes out of an app that was locked meanwhile', async () => {
  const opened = current();
  const { client, core, folder, callerId, workAs } = opened;
  const letterId = await aFinishedBanLetter(opened, await aBan(opened));
  const asked = { kind: 'access', ground: null, receivedOn: '2026-11-21', asked: 'Wat staat er?' } as const;
  const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
  const making: Record<string, () => Promise<unknown>> = {
    'an export as CSV': () => client.exports.make({ request: { what: 'incidents', period }, format: 'csv' }),
    'an export as PDF': () => client.exports.make({ request: { what: 'incidents', period }, format: 'pdf' }),
    'a letter to print': () => client.letters.document({ letterId }),
    'the report of a day': () => client.review.dayReport({ date: '2026-11-21', withCallers: true }),
    'the access file of a caller': () => client.privacy.makeAccess({ requestId, blackOut: [], format: 'pdf' }),
    'what is kept of a worker': () => client.ownData.make({ format: 'pdf' }),
    'a look at the log': () => client.audit.verify(),
    'a trial of the terms': () => client.privacy.tryErasing(),
    'a backup': () => client.backup.make(),
  };
  await core.lock();
  for (const [what, make] of Object.entries(making)) {
    await workAs('karin');
    const before = filesOf(folder).filter((name) => !name.startsWith('backups'));
    const underWay = nextTask(opened);
    const outcome = make().then(
      () => 'answered',
      (error) => error.code,
    );
    await underWay;
    await core.lock();
    expect([what, await outcome]).toEqual([what, expect.stringMatching(/^(LOCKED|CANCELLED)$/)]);
    expect([what, filesOf(folder).filter((name) => !name.startsWith('backups'))]).toEqual([what, before]);
    expect(filesOf(folder).filter((name) => /\.(tmp|part|new)/.test(name))).toEqual([]);
  }
  await workAs('karin');
  expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  expect((await client.letters.document({ letterId })).content.size).toBeGreaterThan(1000);
});

test('what was half typed and what was acknowledged before the lock is there after it, for whoever typed it', async () => {
  const { client, core, callerId, workAs } = current();
  await workAs('anna');
  const draft = aDraft({ callerId, text: 'Half getypt toen het scherm op slot ging.' });
  const form = { form: `details caller ${callerId}`, callerId, content: JSON.stringify({ remark: 'Nog niet kl' }) };
  await client.contacts.saveDraft(draft);
  await client.unfinished.keep(form);
  const late = client.contacts.saveDraft({ ...draft, text: `${draft.text} En nog een woord.` });
  const outcome = late.then(
    () => 'answered',
    (error) => error.code,
  );
  await core.lock();
  expect(['answered', 'LOCKED']).toContain(await outcome);
  await workAs('bram');
  expect(await client.contacts.drafts()).toEqual([]);
  await workAs('anna');
  const [kept] = await client.contacts.drafts();
  expect(kept?.text.startsWith(draft.text)).toBe(true);
  expect(await client.unfinished.get({ form: form.form })).toMatchObject({ content: form.content });
});

test('a renewal of the key that the lock stops leaves the store as it was, and nothing of the copy', async () => {
  const opened = current();
  const { client, core, folder, callerId, workAs } = opened;
  const before = filesOf(folder);
  const underWay = nextTask(opened);
  const outcome = client.keys.renew().then(
    () => 'answered',
    (error) => error.code,
  );
  await underWay;
  await core.lock();
  expect(await outcome).not.toBe('answered');
  await workAs('karin');
  expect((await client.callers.card({ callerId })).details.displayName).toBe('Ümit Yağmurdere');
  await core.lock();
  expect(filesOf(folder).filter((name) => !name.startsWith('backups'))).toEqual(
    before.filter((name) => !name.startsWith('backups')),
  );
});
