import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Access } from '../../src/shared/contract/base.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { type AskedProcedure, proceduresOf } from '../support/contractInputs.ts';
import { fuzzRun } from '../support/fuzzRun.ts';
import { type PracticeCopy, portTo, practiceTemplate } from '../support/template.ts';
import { anyInput, nearlyRight } from '../support/wrongInputs.ts';

/** What somebody may not ask now is refused whatever they send with it, and nothing on the disk changes. */
const { inputs: wanted, seed } = fuzzRun(600);
vi.setConfig({ testTimeout: 60_000 + wanted * 100 });
const practice = practiceTemplate();
const procedures = proceduresOf(contract);

const inputsFor = ({ inputs }: AskedProcedure, count: number, nth: number): unknown[] =>
  fc.sample(
    inputs
      ? fc.oneof({ arbitrary: nearlyRight(inputs), weight: 3 }, { arbitrary: inputs, weight: 3 }, anyInput)
      : anyInput,
    { seed: seed + nth, numRuns: count },
  );

/** Every file in the folder with its checksum, but for what SQLite keeps beside an open store. */
function disk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/store\.db-(shm|wal)$|lock/.test(name) && statSync(path.join(folder, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex')}`,
    )
    .sort();
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

interface Situation {
  make(): Promise<PracticeCopy>;
  allowed: readonly Access[];
  refusal: 'LOCKED' | 'FORBIDDEN';
}

const situations: Record<string, Situation> = {
  'a locked app': {
    make: () => practice.open(),
    ...({ allowed: ['open', 'recovery'], refusal: 'LOCKED' } as const),
  },
  'a receptionist, what is for managers': {
    async make() {
      const opened = await practice.open();
      await opened.workAs('anna');
      return opened;
    },
    ...({ allowed: ['open', 'user', 'recovery'], refusal: 'FORBIDDEN' } as const),
  },
  'a blocked app': {
    make() {
      const files = practice.copy();
      writeFileSync(path.join(files.folder, 'keys.json'), 'not what it was');
      return practice.open(files);
    },
    ...({ allowed: ['open', 'recovery'], refusal: 'LOCKED' } as const),
  },
};

test.each(Object.entries(situations))(
  'what may not be asked is refused, and nothing on the disk changes: %s',
  async (_name, { make, allowed, refusal }) => {
    const opened = await make();
    const { call } = portTo(opened.core);
    const asked = procedures.filter(({ access }) => access && !allowed.includes(access));
    expect(asked.length).toBeGreaterThan(50);
    const before = disk(opened.folder);
    const letThrough: string[] = [];
    for (const [nth, procedure] of asked.entries()) {
      for (const input of inputsFor(procedure, Math.ceil(wanted / asked.length), nth)) {
        const code = await codeOf(call(procedure.path, input));
        // What no message can hold is refused before it is anybody's.
        if (code !== refusal && code !== 'BAD_REQUEST') letThrough.push(`${procedure.path}: ${code}`);
      }
    }
    expect(letThrough, `seed ${seed}`).toEqual([]);
    expect(disk(opened.folder)).toEqual(before);
  },
);

const strangeNames = [
  '../store.db',
  '..\\store.db',
  '/etc/passwd',
  'store.db',
  '',
  '.',
  '\0',
  'backups/../keys.json',
  'CON',
  '%2e%2e/keys.json',
];

test('putting a backup back with any name but that of one leaves every file as it is', async () => {
  const files = practice.copy();
  const first = await practice.open(files);
  await first.workAs('karin');
  const made = await first.client.backup.make();
  await first.core.close();
  rmSync(path.join(files.folder, 'store.db'));
  const opened = await practice.open(files);
  await opened.workAs('karin');
  expect(opened.core.state()).toMatchObject({ kind: 'blocked', mayRestore: true });
  const { call } = portTo(opened.core);
  const before = disk(files.folder);
  const recovery = procedures.filter(({ access }) => access === 'recovery');
  expect(recovery.length).toBeGreaterThan(3);
  const telling = /sqlite|node_modules|\n\s+at |[/\\](tmp|work|home|src)[/\\]/i;
  for (const [nth, procedure] of recovery.entries()) {
    const named = procedure.path === 'backup.restore' ? strangeNames.map((name) => ({ name })) : [];
    const sent = [...named, ...inputsFor(procedure, Math.ceil(wanted / 10), nth)];
    for (const input of sent) {
      const answer = await call(procedure.path, input).then(
        () => ({ code: 'answered', text: '' }),
        (error) => ({ code: String(error.code), text: JSON.stringify({ ...error, message: error.message }) }),
      );
      if (procedure.path === 'backup.restore') expect([input, answer.code]).not.toEqual([input, 'answered']);
      expect(answer.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(answer.text).not.toMatch(telling);
    }
    expect([procedure.path, disk(files.folder)]).toEqual([procedure.path, before]);
  }
  expect(opened.core.state()).toMatchObject({ kind: 'blocked', mayRestore: true });
  await opened.client.backup.restore({ name: made.name });
  await opened.workAs('karin');
  expect(opened.core.state()).toMatchObject({ kind: 'unlocked' });
});
