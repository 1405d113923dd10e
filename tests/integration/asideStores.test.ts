import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../support/files.ts';
import { startOfTest } from '../support/practice.ts';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import { damageRows } from '../support/storeFiles.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;

/** Karin made a backup with a caller in it; a contact and an incident came after it. */
async function afterBackup() {
  const opened = await practice.open();
  const { client, clock, workAs } = opened;
  await workAs('karin');
  const { callerId } = await client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
  const { name } = await client.backup.make();
  clock.now += MINUTE;
  await client.callers.create(aCaller({ displayName: 'Later Gekomen' }));
  await client.contacts.save(aDraft({ callerId }));
  await client.incidents.record(anIncident({ callerId }));
  clock.now += MINUTE;
  return { ...opened, name };
}

const found = async ({ client }: PracticeCopy, query: string) =>
  (await client.callers.search({ query })).map(({ displayName }) => displayName);

describe('after a backup was put back', () => {
  test('nobody who was taken off has access, and a manager is told who does not have it and who came later', async () => {
    const opened = await afterBackup();
    const { client, core, workAs, name, userIds } = opened;
    expect(await client.team.access()).toBeNull();
    await client.team.remove({ userId: userIds.bram });
    const keyFile = core.context.core.session.keys.file;
    const [karin] = keyFile?.users ?? [];
    if (!karin) throw new Error('nobody has a key');
    core.context.core.session.keys.update((file) => ({
      ...file,
      users: [...file.users, { ...karin, id: 9, name: 'Cato' }],
    }));
    await client.backup.restoreOlder({ name, lost: 2 });
    expect(core.state()).toMatchObject({ users: [{ name: 'Karin' }, { name: 'Anna' }, { name: 'Cato' }] });
    await workAs('karin');
    expect(await client.team.access()).toMatchObject({
      ...{ withAccess: ['Anna', 'Karin'], withoutKey: ['Bram'], notInStore: ['Cato'] },
    });
    expect((await client.review.attention()).late).toContainEqual(expect.objectContaining({ kind: 'access' }));
    await client.team.confirmAccess();
    expect(await client.team.access()).toBeNull();
    expect((await client.review.attention()).late).not.toContainEqual(expect.objectContaining({ kind: 'access' }));
  });
});

describe('an older backup', () => {
  test('lacks the incidents that were recorded since, whatever time they were given later', async () => {
    const { client, clock, workAs } = await practice.open();
    await workAs('karin');
    const { callerId } = await client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
    const before = await client.incidents.record(anIncident({ callerId }));
    clock.now += MINUTE;
    const { name } = await client.backup.make();
    clock.now += MINUTE;
    const since = await client.incidents.record(anIncident({ callerId }));
    clock.now += MINUTE;
    const setTime = ({ incidentId }: { incidentId: number }, day: string, time: string) =>
      client.incidents.correct({ incidentId, correction: { happened: { day, time } }, why: '' });
    await setTime(since, '2026-11-20', '09:30');
    await setTime(since, '2026-11-19', '09:30');
    expect(await client.backup.lost({ name })).toEqual({ contacts: 0, incidents: 1 });
    await setTime(before, '2026-11-21', '10:02');
    expect(await client.backup.lost({ name })).toEqual({ contacts: 0, incidents: 1 });
  });

  test('is put back by a manager who says what is lost, and all can be as it was again', async () => {
    const opened = await afterBackup();
    const { client, core, clock, workAs, folder, name } = opened;
    await client.backup.make();
    expect(await client.backup.lost({ name })).toEqual({ contacts: 1, incidents: 1 });
    const unknowing = client.backup.restoreOlder({ name, lost: 0 });
    await expect(unknowing).rejects.toMatchObject({ code: 'LOST_MORE', data: { contacts: 1, incidents: 1 } });
    expect(core.state().kind).toBe('unlocked');
    await client.backup.restoreOlder({ name, lost: 2 });
    expect(core.state().kind).toBe('locked');

    await workAs('karin');
    expect([await found(opened, 'Zwaan'), await found(opened, 'Later')]).toEqual([['Zwaantje Regenkamp'], []]);
    expect(await client.audit.list({ before: null, limit: 4 })).toContainEqual(
      expect.objectContaining({ action: 'backup.restoreOlder', subject: name }),
    );
    clock.now += MINUTE;
    await client.backup.make();
    const [aside, ...others] = await client.backup.aside();
    expect(others).toEqual([]);
    expect(aside).toMatchObject({ asideAt: startOfTest + 2 * MINUTE });

    clock.now += MINUTE;
    const { contacts, incidents } = await client.backup.lost({ name: aside?.name ?? '' });
    expect({ contacts, incidents }).toEqual({ contacts: 0, incidents: 0 });
    await client.backup.putBack({ name: aside?.name ?? '', lost: 0 });
    await workAs('karin');
    expect(await found(opened, 'Later')).toEqual(['Later Gekomen']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, shorter: [], backups: { differing: [] } });

    // And that can be undone too, or thrown away.
    const [undone, ...none] = await client.backup.aside();
    expect(none).toEqual([]);
    expect(undone?.name).toBe('store.db-before-undo-20261121T090400Z');
    await client.backup.removeAside({ name: undone?.name ?? '' });
    expect(await client.backup.aside()).toEqual([]);
    expect([...filesIn(folder).keys()].filter((file) => /before-|restoring|incoming|place-taken/.test(file))).toEqual(
      [],
    );
  });

  test('put back after one from before it leaves no backup that the log does not explain, and no word of missing work', async () => {
    const { client, core, clock, workAs, name } = await afterBackup();
    const later = await client.backup.make();
    clock.now += MINUTE;
    await client.backup.restoreOlder({ name, lost: 2 });
    await workAs('karin');
    clock.now += MINUTE;
    await client.backup.make();
    clock.now += MINUTE;
    await client.backup.restoreOlder({ name: later.name, lost: 0 });
    await workAs('karin');
    expect(core.state().kind).toBe('unlocked');
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, shorter: [], backups: { differing: [] } });
  });

  test('that is not whole, or was made before anybody of now was a manager, replaces nothing', async () => {
    const opened = await afterBackup();
    const { client, core, folder, name, dataEncryptionKey, userIds } = opened;
    const file = path.join(folder, 'backups', name);
    const bad = 'store-20261119T090000Z.db';
    writeFileSync(path.join(folder, 'backups', bad), readFileSync(file));
    damageRows(path.join(folder, 'backups', bad), dataEncryptionKey);
    const lost = 2;
    await expect(client.backup.restoreOlder({ name: bad, lost })).rejects.toMatchObject({ code: 'DAMAGED_BACKUP' });
    for (const other of ['../store.db', 'store.db', 'store-20200101T000000Z.db'])
      await expect(client.backup.restoreOlder({ name: other, lost })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    // Anna becomes the manager, and Karin leaves.
    const details = { name: 'Anna', role: 'manager', function: '', department: '' } as const;
    await client.team.update({ userId: userIds.anna, details });
    await opened.workAs('anna');
    await client.team.remove({ userId: userIds.karin });
    await expect(client.backup.restoreOlder({ name, lost })).rejects.toMatchObject({ code: 'NO_MANAGER' });
    expect(core.state().kind).toBe('unlocked');
    expect([...filesIn(folder).keys()].filter((left) => /before-|restoring|incoming/.test(left))).toEqual([]);
  });

  test('under an earlier data key is read through and put back, and so is a store that was put aside then', async () => {
    const opened = await afterBackup();
    const { client, name, workAs } = opened;
    await client.backup.restoreOlder({ name, lost: 2 });
    await workAs('karin');
    await client.keys.renew();
    await workAs('karin');
    await client.backup.check({ name });
    const [aside] = await client.backup.aside();
    await client.backup.putBack({ name: aside?.name ?? '', lost: 0 });
    await workAs('karin');
    expect(await found(opened, 'Later')).toEqual(['Later Gekomen']);
    await client.backup.restoreOlder({ name, lost: 2 });
    await workAs('karin');
    expect([await found(opened, 'Zwaan'), await found(opened, 'Later')]).toEqual([['Zwaantje Regenkamp'], []]);
  });
});
