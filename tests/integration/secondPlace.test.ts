import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUpWhenDue } from '../../src/main/core/features/backup/backUp.ts';
import { filesIn, flipBit } from '../support/files.ts';
import { openTestPractice, temporaryFolder } from '../support/practice.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const inside = (stick: string) => path.join(stick, 'Rugdekking back-ups');

async function withStick() {
  const opened = await practice.open();
  await opened.workAs('karin');
  const stick = temporaryFolder();
  const made = await opened.client.backup.make();
  await opened.client.backup.setSecondPlace({ folder: stick });
  return { ...opened, stick, made };
}

test('every good backup is copied to the second place, checked there, with the keys beside it', async () => {
  const { client, clock, folder, stick, made } = await withStick();
  clock.now += 60_000;
  const second = await client.backup.make();
  const there = filesIn(inside(stick));
  expect([...there.keys()]).toEqual(['keys.json', 'log-end.json', made.name, second.name]);
  const here = filesIn(folder);
  for (const name of [made.name, second.name]) expect(there.get(name)).toEqual(here.get(`backups/${name}`));
  expect(there.get('keys.json')).toEqual(here.get('keys.json'));
  const { place } = await client.backup.secondPlace();
  expect(place).toMatchObject({ folder: stick, copiedAt: clock.now, problem: null });
});

test('so is the second of two that are made within a second', async () => {
  const { client, stick } = await withStick();
  const { name } = await client.backup.make();
  expect(existsSync(path.join(inside(stick), name))).toBe(true);
});

test('a backup that turned out to be damaged is not copied; the newest one before it is', async () => {
  const { client, folder, workAs } = await practice.open();
  await workAs('karin');
  const [whole, damaged] = [await client.backup.make(), await client.backup.make()];
  const file = path.join(folder, 'backups', damaged.name);
  flipBit(file, statSync(file).size - 2000);
  await client.backup.check({ name: damaged.name }).catch(() => {});
  const stick = temporaryFolder();
  await client.backup.setSecondPlace({ folder: stick });
  expect([...filesIn(inside(stick)).keys()].filter((name) => name.startsWith('store-'))).toEqual([whole.name]);
});

test('a stick gets a backup that is made for it when all there are turned out to be damaged', async () => {
  const { client, folder, workAs } = await practice.open();
  await workAs('karin');
  const damaged = await client.backup.make();
  const file = path.join(folder, 'backups', damaged.name);
  flipBit(file, statSync(file).size - 2000);
  await client.backup.check({ name: damaged.name }).catch(() => {});
  const stick = temporaryFolder();
  await client.backup.setSecondPlace({ folder: stick });
  const [newest] = await client.backup.list();
  expect([...filesIn(inside(stick)).keys()].filter((name) => name.startsWith('store-'))).toEqual([newest?.name]);
  expect(newest?.name).not.toBe(damaged.name);
});

test('a stick that is gone is no failure, and gets the backup when it is back, also after a start', async () => {
  const { core, client, clock, stick, workAs, ...opened } = await withStick();
  renameSync(stick, `${stick}-in-a-drawer`);
  clock.now += 60_000;
  const { name } = await client.backup.make();
  expect((await client.backup.secondPlace()).place).toMatchObject({ problem: 'absent' });
  expect(existsSync(stick)).toBe(false);
  await core.close();

  const again = await practice.open({ ...opened }, { now: clock.now + 11 * 60_000 });
  await again.workAs('karin');
  renameSync(`${stick}-in-a-drawer`, stick);
  await backUpWhenDue(again.core.context.core);
  expect(existsSync(path.join(inside(stick), name))).toBe(true);
  expect((await again.client.backup.secondPlace()).place).toMatchObject({ problem: null });
});

test('what another practice keeps there is left alone', async () => {
  const other = await openTestPractice();
  const stick = temporaryFolder();
  await other.client.backup.make();
  await other.client.backup.setSecondPlace({ folder: stick });
  const before = filesIn(stick);
  const { client, workAs } = await practice.open();
  await workAs('karin');
  await expect(client.backup.setSecondPlace({ folder: stick })).rejects.toMatchObject({
    data: { problem: 'otherPractice' },
  });
  expect(filesIn(stick)).toEqual(before);
  expect((await client.backup.secondPlace()).place).toBeNull();
});

test('a place that is none is refused, with the reason', async () => {
  const { client, folder, workAs } = await practice.open();
  await workAs('karin');
  const file = path.join(temporaryFolder(), 'een bestand');
  writeFileSync(file, '');
  mkdirSync(path.join(folder, 'kopie'));
  const problems = {
    [path.join(folder, 'kopie')]: 'notApart',
    'een map': 'notApart',
    [file]: 'absent',
    '/is/er/niet': 'absent',
  };
  for (const [place, problem] of Object.entries(problems)) {
    await expect(client.backup.setSecondPlace({ folder: place })).rejects.toMatchObject({ data: { problem } });
  }
});

test('a backup that was damaged here does not become one there', async () => {
  const { client, folder, made, stick, clock } = await withStick();
  rmSync(path.join(inside(stick), made.name));
  const file = path.join(folder, 'backups', made.name);
  const content = readFileSync(file);
  content[content.length - 2000] = (content.at(-2000) ?? 0) ^ 1;
  writeFileSync(file, content);
  clock.now += 60_000;
  await expect(client.backup.setSecondPlace({ folder: stick })).rejects.toMatchObject({
    data: { problem: 'notWhole' },
  });
  expect([...filesIn(inside(stick)).keys()]).toEqual(['keys.json', 'log-end.json']);
});

test('copies from before an erasure go from the second place too, also when it was not there then', async () => {
  const { core, client, clock, stick, made } = await withStick();
  renameSync(stick, `${stick}-away`);
  clock.now += 60_000;
  await client.privacy.renewBackups();
  expect(filesIn(inside(`${stick}-away`)).has(made.name)).toBe(true);
  renameSync(`${stick}-away`, stick);
  clock.now += 11 * 60_000;
  await backUpWhenDue(core.context.core);
  expect([...filesIn(inside(stick)).keys()]).toEqual(['keys.json', 'log-end.json', 'store-20261121T090100Z.db']);
});
