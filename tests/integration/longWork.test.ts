import { copyFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newCounters, progressOf } from '../../src/main/core/progress.ts';
import { checksums, copiesOn } from '../faults/practice.ts';
import { filesIn } from '../support/files.ts';
import { inFolder, killed } from '../support/killed.ts';
import { temporaryFolder } from '../support/practice.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { backingUp, recovering, stoppedAt } from '../support/stoppedAt.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const STOPPED = { code: 'STOPPED', defined: true };

describe('going on with what is there tells how far it is, and whoever stops it leaves nothing behind', () => {
  test('where work is missing', async () => {
    const before = await practice.open();
    await before.workAs('karin');
    await before.client.callers.create(aCaller());
    const older = killed(before);
    await before.client.contacts.save(aDraft());
    await before.core.lock();
    await before.workAs('karin');
    await before.client.contacts.save(aDraft());
    const files = killed(before);
    // A log that has to be tried: with it, then without it.
    copyFileSync(inFolder(older, 'store.db-wal'), inFolder(files, 'store.db-wal'));
    const opened = await practice.open(files, before.clock);
    await opened.workAs('karin');
    expect(opened.core.state()).toMatchObject({ kind: 'blocked', problem: 'missingWork', mayGoOn: true });
    const found = checksums(files.folder);
    const { told, goesOn } = stoppedAt(opened, 'keepAside', recovering(opened));
    await expect(opened.client.session.goOn()).rejects.toMatchObject(STOPPED);
    expect(told).toEqual([{ done: 0, total: 100 }]);
    expect(checksums(files.folder)).toEqual(found);
    expect(opened.core.state()).toMatchObject({ kind: 'blocked', mayGoOn: true });
    goesOn();
    await opened.client.session.goOn();
    expect(opened.core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
    expect(Object.values(checksums(files.folder))).toContain(found['store.db']);
  });

  test('where the store is under a key from before', async () => {
    const before = await practice.open();
    await before.workAs('karin');
    await before.core.lock();
    const older = killed(before);
    await before.workAs('karin');
    before.clock.now += 60_000;
    await before.client.keys.renew();
    await before.client.contacts.save(aDraft());
    const dataEncryptionKey = before.core.context.core.session.unlocked?.dataEncryptionKey.slice() ?? new Uint8Array();
    await before.core.close();
    copyFileSync(inFolder(older, 'store.db'), inFolder(before, 'store.db'));
    const opened = await practice.open({ ...before, dataEncryptionKey }, before.clock);
    await opened.workAs('karin');
    const found = checksums(before.folder);
    const { told, goesOn } = stoppedAt(opened, 'prepareIncoming', recovering(opened));
    await expect(opened.client.session.goOn()).rejects.toMatchObject(STOPPED);
    expect(told).toEqual([{ done: 0, total: 100 }]);
    expect(checksums(before.folder)).toEqual(found);
    goesOn();
    await opened.client.session.goOn();
    expect(opened.core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
  });
});

describe('the backup that replaces older ones tells how far it is, and whoever stops it keeps them', () => {
  async function withBackups() {
    const opened = await practice.open();
    await opened.workAs('karin');
    await opened.client.backup.make();
    const stick = temporaryFolder();
    await opened.client.backup.setSecondPlace({ folder: stick });
    opened.clock.now += 60_000;
    const namesIn = (folder: string) => [...filesIn(folder).keys()].filter((name) => /^store-.*\.db$/.test(name));
    return { opened, here: () => namesIn(inFolder(opened, 'backups')), there: () => namesIn(copiesOn(stick)) };
  }

  test.each(['makeBackup', 'copyToSecondPlace'] as const)('at %s', async (task) => {
    const { opened, here, there } = await withBackups();
    const [first = ''] = here();
    const { told, goesOn } = stoppedAt(opened, task, backingUp(opened));
    await expect(opened.client.privacy.renewBackups()).rejects.toMatchObject(STOPPED);
    expect(told).toMatchObject([{ total: 100 }]);
    expect(here()).toContain(first);
    expect((await opened.client.backup.secondPlace()).place).toMatchObject({ notBefore: null });
    goesOn();
    opened.clock.now += 60_000;
    await opened.client.backup.make();
    expect(there()).toContain(first);
    opened.clock.now += 60_000;
    await opened.client.privacy.renewBackups();
    expect(here()).toHaveLength(1);
    expect(there()).toEqual(here());
  });
});

test('a stop also ends what waits for the backup that is under way', async () => {
  const opened = await practice.open();
  const { client, workAs } = opened;
  await workAs('karin');
  let waiting: Promise<unknown> = Promise.resolve();
  stoppedAt(opened, 'makeBackup', {
    progress: async () => {
      waiting = expect(client.privacy.renewBackups()).rejects.toMatchObject(STOPPED);
      // Asked for in the same way, so that it waits when this is answered.
      await client.backup.progress();
    },
    cancel: () => client.backup.cancel(),
  });
  await expect(client.backup.make()).rejects.toMatchObject(STOPPED);
  await waiting;
  expect(await client.backup.list()).toEqual([]);
});

describe('looking for a name in every text tells how far it is', () => {
  const asked = { kind: 'erasure', ground: 'notNeeded', receivedOn: '2026-11-21', asked: 'Haal mij weg.' } as const;

  async function withRequest() {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('karin');
    const { callerId } = await client.callers.create(aCaller({ displayName: 'Quirinus Zonderlingkwast' }));
    const { callerId: otherId } = await client.callers.create(aCaller({ displayName: 'Wolf Kwikstaartjes' }));
    await client.contacts.save(aDraft({ callerId: otherId, text: 'Kwam met Quirinus Zonderlingkwast.' }));
    const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
    return { opened, client, callerId, requestId };
  }

  test('before an erasure, and can be stopped', async () => {
    const { opened, client, requestId } = await withRequest();
    const { session } = opened.core.context.core;
    const told: unknown[] = [];
    let counters = newCounters();
    const { goesOn } = stoppedAt(opened, 'findMentions', {
      progress: async () => {
        counters = session.workUnderWay.get('nameSearch')?.counters ?? counters;
        told.push(await client.privacy.mentionsProgress());
      },
      cancel: () => client.privacy.cancelMentions(),
    });
    await expect(client.privacy.mentions({ requestId })).rejects.toMatchObject({ code: 'CANCELLED', defined: true });
    expect(told).toEqual([{ done: 0, total: 0 }]);
    expect(await client.privacy.mentionsProgress()).toBeNull();
    goesOn();
    const { mentions } = await client.privacy.mentions({ requestId });
    expect(mentions).toMatchObject([{ excerpt: 'Kwam met Quirinus Zonderlingkwast.' }]);
    const { done, total } = progressOf(counters);
    // Each column of text is a part of its own, so that it goes on evenly and stops soon.
    expect(total).toBeGreaterThan(100);
    expect(done).toBe(total);
  });

  test('and finds it in every part of a long table', async () => {
    const { opened, client, requestId } = await withRequest();
    const { connection } = opened.core.context.core.session.unlocked ?? {};
    const ids = [50_000, 50_001, 120_000];
    const far = connection?.prepare(
      "insert into contact (id, userId, channel, text, startedAt, savedAt) values (?, ?, 'phone', ?, 1, 1)",
    );
    for (const id of ids) far?.run(id, opened.userIds.karin, 'Over Quirinus Zonderlingkwast.');
    const { mentions } = await client.privacy.mentions({ requestId });
    const places = mentions.map(({ place }) => place);
    expect(places.toSorted()).toEqual(['contact text 1', ...ids.map((id) => `contact text ${id}`)].toSorted());
  });

  test('which ends when whoever asked goes away, or the app locks', async () => {
    const { opened, client, requestId } = await withRequest();
    const { core } = opened;
    const leaving = new AbortController();
    let leave = async (): Promise<void> => leaving.abort();
    stoppedAt(opened, 'findMentions', { progress: async () => null, cancel: () => leave() });
    const { signal } = leaving;
    await expect(client.privacy.mentions({ requestId }, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    leave = async () => void core.lock();
    await expect(client.privacy.mentions({ requestId })).rejects.toBeDefined();
    expect(core.context.core.session.workUnderWay.has('nameSearch')).toBe(false);
  });

  test('and at the beginning of one: whoever stops it has all of it still', async () => {
    const { opened, client, callerId, requestId } = await withRequest();
    const told: unknown[] = [];
    const { goesOn } = stoppedAt(opened, 'findMentions', {
      progress: async () => told.push(await client.privacy.progress()),
      cancel: () => client.privacy.cancel(),
    });
    const erasure = { requestId, answer: 'Alles is weg.' };
    await expect(client.privacy.erasePerson(erasure)).rejects.toMatchObject({ code: 'CANCELLED', defined: true });
    expect(told).toEqual([{ done: 0, total: 0 }]);
    expect((await client.callers.card({ callerId })).details.displayName).toBe('Quirinus Zonderlingkwast');
    expect(await client.privacy.requests()).toMatchObject([{ outcome: null }]);
    const log = await client.audit.list({ before: null, limit: 5 });
    expect(log.map(({ action }) => action)).not.toContain('privacy.erasePerson');
    goesOn();
    expect(await client.privacy.erasePerson(erasure)).toEqual({ partly: false, mentions: 1, left: 0 });
  });
});
