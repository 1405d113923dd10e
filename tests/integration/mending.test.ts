import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backUpWhenDue } from '../../src/main/core/features/backup/backUp.ts';
import { connect } from '../../src/main/core/store/open.ts';
import { filesIn } from '../support/files.ts';
import { startOfTest } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { recovering, stoppedAt } from '../support/stoppedAt.ts';
import { PAGE, storeIn } from '../support/storeFiles.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

/** A practice with callers and contacts, closed; with the pages of a table or an index in its file. */
async function filled() {
  const { core, client, workAs, ...files } = await practice.open();
  await workAs('karin');
  for (let nth = 0; nth < 40; nth += 1) {
    const { callerId } = await client.callers.create(aCaller({ displayName: `Beller Nummer${nth}` }));
    await client.contacts.save(aDraft({ callerId, text: `Vraag ${nth} `.repeat(40) }));
  }
  await core.close();
  const connection = connect(storeIn(files), files.dataEncryptionKey);
  const found = connection
    .prepare<[], { name: string; rootpage: number }>('select name, rootpage from sqlite_schema where rootpage > 0')
    .all();
  connection.pragma('wal_checkpoint(truncate)');
  connection.close();
  const rootOf = (name: string) => found.find((part) => part.name === name)?.rootpage ?? Number.NaN;
  return { ...files, rootOf };
}

/** Turns the bytes of a whole page over. */
function damagePage(file: string, page: number): void {
  const content = readFileSync(file);
  for (let at = (page - 1) * PAGE; at < page * PAGE; at += 1) content[at] = (content[at] ?? 0) ^ 0xff;
  writeFileSync(file, content);
}

const indexName = 'contactByCaller';

async function expectAllThere(opened: Awaited<ReturnType<typeof practice.open>>): Promise<void> {
  const { client, core } = opened;
  expect(core.state().kind).toBe('unlocked');
  for (const nth of [0, 17, 39]) {
    const [caller] = await client.callers.search({ query: `Nummer${nth}` });
    const card = await client.callers.card({ callerId: caller?.id ?? 0 });
    expect(card.history).toMatchObject([{ kind: 'contact', text: expect.stringContaining(`Vraag ${nth} `) }]);
  }
  await opened.workAs('karin');
  expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  const { unlocked } = core.context.core.session;
  expect(unlocked?.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(unlocked?.connection.pragma('foreign_key_check')).toEqual([]);
}

describe('damage that is only in', () => {
  const cases = ['an index', 'the search index, its words', 'the search index, its pages'] as const;
  const partOf = {
    'an index': indexName,
    'the search index, its words': 'callerSearch_idx',
    'the search index, its pages': 'callerSearch_data',
  };

  test.each(cases)(
    '%s is mended where it is found, with everything there, and the store as it was beside it',
    async (where) => {
      const files = await filled();
      damagePage(storeIn(files), files.rootOf(partOf[where]));
      const damaged = readFileSync(storeIn(files));
      const opened = await practice.open(files, { now: startOfTest + DAY });
      await opened.workAs('karin');
      // What reads the damaged page first may be the unlocking, a search, or the look after the backup of the day.
      await backUpWhenDue(opened.core.context.core);
      await expect.poll(() => opened.core.state().kind, { timeout: 15_000 }).toBe('unlocked');
      await expectAllThere(opened);
      const aside = [...filesIn(files.folder)].filter(([name]) => name.startsWith('store.db-before-mend-'));
      expect(aside).toHaveLength(1);
      const pages = (content: Buffer) => content.subarray((files.rootOf(partOf[where]) - 1) * PAGE).subarray(0, PAGE);
      expect(pages(aside[0]?.[1] ?? Buffer.alloc(0)).equals(pages(damaged))).toBe(true);
      expect(await opened.client.audit.list({ before: null, limit: 12 })).toContainEqual(
        expect.objectContaining({ action: 'backup.mend' }),
      );
    },
  );
});

test('a program that ends while it mends leaves the store to whoever starts it next', async () => {
  const files = await filled();
  damagePage(storeIn(files), files.rootOf(indexName));
  const { core, workAs } = await practice.open(files, { now: startOfTest + DAY });
  await workAs('karin');
  void backUpWhenDue(core.context.core);
  const isMending = () => {
    const state = core.state();
    return state.kind === 'blocked' && state.isMending;
  };
  await expect.poll(isMending, { timeout: 15_000, interval: 1 }).toBe(true);
  await core.close();
  expect(filesIn(files.folder).has('place-taken.json')).toBe(true);
  await new Promise(setImmediate);
  expect(core.state().kind).not.toBe('unlocked');
  const again = await practice.open(files, { now: startOfTest + DAY });
  await again.workAs('karin');
  await expectAllThere(again);
});

test('whoever stops the mending has the store as it was, and it begins anew at the next unlock', async () => {
  const files = await filled();
  damagePage(storeIn(files), files.rootOf(indexName));
  const opened = await practice.open(files, { now: startOfTest + DAY });
  const { told, goesOn } = stoppedAt(opened, 'mendStore', recovering(opened));
  const isStopped = { kind: 'blocked', problem: 'damagedStore', isMending: false, mayRestore: true };
  const unlockAndLook = async () => {
    await opened.workAs('karin');
    await backUpWhenDue(opened.core.context.core);
  };
  await unlockAndLook();
  await expect.poll(() => opened.core.state(), { timeout: 15_000 }).toMatchObject(isStopped);
  expect(told).toEqual([{ done: 0, total: 100 }]);
  expect([...filesIn(files.folder).keys()].filter((name) => name.includes('mend'))).toEqual([]);

  goesOn();
  await opened.client.session.retry();
  await unlockAndLook();
  await expect.poll(() => opened.core.state().kind, { timeout: 15_000 }).toBe('unlocked');
  await expectAllThere(opened);
});

describe('damage to rows', () => {
  test('is not mended: nothing is replaced, and a backup can be put back', async () => {
    const files = await filled();
    damagePage(storeIn(files), files.rootOf('caller'));
    const before = filesIn(files.folder);
    const opened = await practice.open(files);
    await opened.workAs('karin');
    await opened.client.callers.search({ query: 'Nummer1' }).catch(() => undefined);
    await expect
      .poll(() => opened.core.state(), { timeout: 15_000 })
      .toMatchObject({
        ...{ kind: 'blocked', problem: 'damagedStore', mayRestore: true, isMending: false },
      });
    const after = filesIn(files.folder);
    expect([...after.keys()].filter((name) => name.includes('mend'))).toEqual([]);
    expect(after.get('store.db')?.length).toBe(before.get('store.db')?.length);
  });

  test('at the start of the file leaves every byte as it was', async () => {
    const files = await filled();
    damagePage(storeIn(files), 1);
    const before = filesIn(files.folder);
    const opened = await practice.open(files);
    await opened.workAs('karin');
    expect(opened.core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedStore', isMending: false });
    await opened.core.close();
    expect(filesIn(files.folder)).toEqual(before);
  });
});
