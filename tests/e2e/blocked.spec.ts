import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../src/shared/contract/session.ts';
import { backup as enBackup } from '../../src/shared/i18n/en/backup.ts';
import { session as en } from '../../src/shared/i18n/en/session.ts';
import { backup as nlBackup } from '../../src/shared/i18n/nl/backup.ts';
import { session as nl } from '../../src/shared/i18n/nl/session.ts';
import { rewriteKeys } from '../support/keyFiles.ts';
import { noteField, openCaller, searchField, tryToUnlock, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { checksum, checksums, damage } from './support/folder.ts';
import { spawnPreview } from './support/hosts.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { deskPictures } from './support/looks.ts';
import { callers, workers } from './support/people.ts';
import { runScript, type Secrets } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

const { karin } = workers;
const texts = () => inLanguage({ nl: nl.blocked, en: en.blocked });
const itsStart = [0, 1e-4] as const;
const inFolder = ({ dataFolder }: App, name: string): string => path.join(dataFolder, name);

/** The screen of this problem and no other: what it is, what to do, what was left alone, and what to pass on. */
async function expectBlocked(app: App, problem: Problem): Promise<void> {
  const { desk } = app;
  await desk.getByRole('button', { name: inLanguage({ nl: 'Nederlands', en: 'English' }) }).click();
  const { title, do1, do2, do3, untouched } = texts()[problem];
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 20_000 });
  await expect(desk.getByRole('list', { name: texts().whatToDo }).getByRole('listitem')).toHaveText([do1, do2, do3]);
  await expect(desk.getByText(untouched)).toBeVisible();
  await expect(desk.getByText(app.dataFolder, { exact: true })).toBeVisible();
  await expect(desk.getByText(new RegExp(`^Rugdekking \\d.* · ${problem} · [\\w ./:-]+$`))).toBeVisible();
  await expectAccessible(desk);
  await deskPictures(app, `blocked-${problem}`);
}

interface Case {
  name: string;
  problem: Problem;
  /** Whether a password has to be typed before it can be seen. */
  behindPassword: boolean;
  break: (app: App, secrets: Secrets) => void;
}

const cases: Case[] = [
  {
    name: 'a store damaged at its start',
    problem: 'damagedStore',
    behindPassword: true,
    break: (app) => damage(inFolder(app, 'store.db'), itsStart),
  },
  {
    name: 'a store cut off halfway',
    problem: 'damagedStore',
    behindPassword: true,
    break: (app) => truncateSync(inFolder(app, 'store.db'), 6_000),
  },
  {
    name: 'an empty store',
    problem: 'damagedStore',
    behindPassword: true,
    break: (app) => truncateSync(inFolder(app, 'store.db'), 0),
  },
  {
    name: 'no store',
    problem: 'missingStore',
    behindPassword: true,
    break: (app) => rmSync(inFolder(app, 'store.db')),
  },
  {
    name: 'a store that has not come as far as it once had',
    problem: 'missingWork',
    behindPassword: true,
    break(app) {
      const newest = { id: 99_999, at: Date.now(), hash: '0'.repeat(64) };
      writeFileSync(inFolder(app, 'log-tail.json'), JSON.stringify(newest));
    },
  },
  {
    name: 'keys from before',
    problem: 'olderKeys',
    behindPassword: true,
    break(app) {
      rewriteKeys(inFolder(app, 'keys.json'), (text) => JSON.stringify({ ...JSON.parse(text), revision: 0 }));
    },
  },
  {
    name: 'a store under a key that is not in the key file',
    problem: 'otherKey',
    behindPassword: true,
    break: (app, { dataEncryptionKey }) => runScript('otherKey.ts', inFolder(app, 'store.db'), dataEncryptionKey),
  },
  {
    name: 'no keys',
    problem: 'missingKeys',
    behindPassword: false,
    break: (app) => rmSync(inFolder(app, 'keys.json')),
  },
  {
    name: 'keys cut off halfway',
    problem: 'damagedKeys',
    behindPassword: false,
    break: (app) => truncateSync(inFolder(app, 'keys.json'), 300),
  },
  {
    name: 'keys that open another store',
    problem: 'damagedKeys',
    behindPassword: true,
    break(app) {
      const check = Buffer.alloc(32, 7).toString('base64');
      rewriteKeys(inFolder(app, 'keys.json'), (text) => JSON.stringify({ ...JSON.parse(text), check }));
    },
  },
  {
    name: 'a store of a newer version',
    problem: 'newerStore',
    behindPassword: true,
    break: (app, { dataEncryptionKey }) => runScript('raiseVersion.ts', inFolder(app, 'store.db'), dataEncryptionKey),
  },
];

for (const { name, problem, behindPassword, break: breakIt } of cases) {
  test(`${name} is explained and left alone`, async ({ stoppedApp: app, practice }) => {
    breakIt(app, practice.secrets);
    const before = checksums(app.dataFolder);
    await app.start();
    if (behindPassword) await tryToUnlock(app.desk, karin);
    await expectBlocked(app, problem);

    await app.desk.getByRole('button', { name: texts().tryAgain }).click();
    if (behindPassword) await tryToUnlock(app.desk, karin);
    else
      await expect(app.desk.getByText(inLanguage({ nl: /^Nog niet opgelost/, en: /^Not solved yet/ }))).toBeVisible();
    await expect(app.desk.getByRole('heading', { level: 1 })).toHaveText(texts()[problem].title);
    await app.close();
    expect(checksums(app.dataFolder)).toEqual(before);
  });
}

test('a defect while unlocking is told as one, and offers no backup to put back', async ({
  stoppedApp: app,
  practice,
}) => {
  runScript('refuseRows.ts', inFolder(app, 'store.db'), practice.secrets.dataEncryptionKey, 'auditEntry');
  await app.start();
  await tryToUnlock(app.desk, karin);
  await expectBlocked(app, 'unexpected');
  const where = /SqliteError SQLITE_CONSTRAINT_TRIGGER (main|preview)\/[\w./-]+:\d+:\d+$/;
  await expect(app.desk.getByText(where)).toBeVisible();
  await expect(app.desk.getByRole('button', { name: texts().restore.open })).toHaveCount(0);
  await app.resize(app.desk, { width: 360, height: 520 });
  expect(await sidewaysScrollers(app.desk)).toEqual([]);
  await app.picture(app.desk, 'blocked-unexpected-360');
  await app.desk.getByRole('button', { name: texts().tryAgain }).click();
  await expect(app.desk.getByLabel(say(`Wachtwoord van ${karin.name}`))).toBeFocused();
});

test('a key file with one bit turned over is told of, and opens for everybody from the copy in it', async ({
  stoppedApp: app,
}) => {
  const keys = inFolder(app, 'keys.json');
  // The brace and the letter are one bit apart.
  writeFileSync(keys, readFileSync(keys, 'utf8').replace('{', 'z'));
  await app.start();
  await expect(app.desk.getByText(inLanguage({ nl, en }).keysDamage.mended)).toBeVisible();
  await expectAccessible(app.desk);
  await app.picture(app.desk, 'unlock-keys-mended');
  await app.resize(app.desk, { width: 360, height: 520 });
  expect(await sidewaysScrollers(app.desk)).toEqual([]);
  await app.picture(app.desk, 'unlock-keys-mended-360');
  await unlock(app.desk, karin);
});

test('a store damaged in the middle is noticed when it is read, and nothing of it is thrown away', async ({
  stoppedApp: app,
}) => {
  const middle = [1 / 3, 2 / 3] as const;
  const store = inFolder(app, 'store.db');
  damage(store, middle);
  const partOf = (content: Buffer) => content.subarray(content.length * middle[0], content.length * middle[1]);
  const damaged = partOf(readFileSync(store));
  const { 'store.db': _, ...others } = checksums(app.dataFolder);
  await app.start();
  await tryToUnlock(app.desk, karin);
  await expectBlocked(app, 'damagedStore');
  await app.close();
  // It opened, so that the log has the unlocking; the rest is as it was.
  const { 'store.db': __, ...othersAfter } = checksums(app.dataFolder);
  expect(othersAfter).toEqual(others);
  expect(partOf(readFileSync(store)).equals(damaged)).toBe(true);
});

test('who knows what is missing goes on with what is there, and a copy of it stays', async ({ stoppedApp: app }) => {
  rmSync(inFolder(app, 'store.db-wal'), { force: true });
  const newest = { id: 99_999, at: Date.now(), hash: '0'.repeat(64) };
  writeFileSync(inFolder(app, 'log-tail.json'), JSON.stringify(newest));
  const found = checksum(inFolder(app, 'store.db'));
  await app.start();
  await tryToUnlock(app.desk, karin);
  await expectBlocked(app, 'missingWork');
  const goOn = app.desk.getByRole('button', { name: texts().goOn.confirm, exact: true });
  await expect(goOn).toBeDisabled();
  await app.desk.getByRole('checkbox', { name: texts().goOn.understood.missingWork }).check();
  await deskPictures(app, 'blocked-goOn');
  await goOn.click();
  await expect(searchField(app.desk)).toBeFocused();
  const kept = readdirSync(app.dataFolder).filter((name) => /^store\.db-before-going-on-\d{8}T\d{6}Z$/.test(name));
  expect(kept.map((name) => checksum(inFolder(app, name)))).toEqual([found]);
});

test('an update that does not fit is undone and explained, and trying again makes no second backup', async ({
  stoppedApp: app,
  practice,
}) => {
  runScript('lowerVersion.ts', inFolder(app, 'store.db'), practice.secrets.dataEncryptionKey);
  const before = checksum(inFolder(app, 'store.db'));
  await app.start();
  await tryToUnlock(app.desk, karin);
  await expectBlocked(app, 'failedMigration');
  await app.desk.getByRole('button', { name: texts().tryAgain }).click();
  await tryToUnlock(app.desk, karin);
  await expect(app.desk.getByRole('heading', { level: 1 })).toHaveText(texts().failedMigration.title);
  await app.close();
  expect(checksum(inFolder(app, 'store.db'))).toBe(before);
  expect(readdirSync(inFolder(app, 'backups')).filter((name) => name.endsWith('-before-update.db'))).toHaveLength(1);
});

test('a folder that another program has open is waited for', async ({ stoppedApp: app }) => {
  const other = await spawnPreview(app.dataFolder);
  const before = checksums(app.dataFolder);
  await app.start();
  await expectBlocked(app, 'folderInUse');
  const again = app.desk.getByRole('button', { name: texts().tryAgain });
  await again.click();
  await expect(app.desk.getByText(inLanguage({ nl: /^Nog niet opgelost/, en: /^Not solved yet/ }))).toBeVisible();
  expect(checksums(app.dataFolder)).toEqual(before);

  await other.close();
  await again.click();
  await unlock(app.desk, karin);
});

test('a folder in which nothing can be written is explained', async ({ stoppedApp: app }) => {
  rmSync(app.dataFolder, { recursive: true });
  writeFileSync(app.dataFolder, 'a file where the folder should be');
  await app.start();
  await expectBlocked(app, 'folderUnwritable');
  await app.close();
  expect(readFileSync(app.dataFolder, 'utf8')).toBe('a file where the folder should be');
});

test('a store that is put back opens without a new start', async ({ stoppedApp: app }) => {
  renameSync(inFolder(app, 'store.db'), inFolder(app, 'elsewhere.db'));
  await app.start();
  await tryToUnlock(app.desk, karin);
  await expectBlocked(app, 'missingStore');
  renameSync(inFolder(app, 'elsewhere.db'), inFolder(app, 'store.db'));
  await app.desk.getByRole('button', { name: texts().tryAgain }).click();
  await unlock(app.desk, karin);
});

test('the crisis script can be reached from a screen that says what is wrong', async ({ stoppedApp: app }) => {
  rmSync(inFolder(app, 'keys.json'));
  await app.start();
  await expectBlocked(app, 'missingKeys');
  await app.desk.keyboard.press('F9');
  await expect(
    app.desk.getByRole('button', { name: inLanguage({ nl: /^Nu gevaar/, en: /^Danger now/ }) }),
  ).toBeInViewport({ ratio: 1 });
  await app.desk.keyboard.press('Escape');
  await expect(app.desk.getByRole('heading', { level: 1 })).toHaveText(texts().missingKeys.title);
});

test('a backup brings back the day before, and the damaged store is kept beside it', async ({ app }) => {
  const { zwaantje } = callers;
  const backups = inFolder(app, 'backups');
  await unlock(app.desk, karin);
  await expect.poll(() => readdirSync(backups).filter((name) => /^store-.*Z\.db$/.test(name))).toHaveLength(1);
  await openCaller(app.desk, 'zwaan', zwaantje.displayName);
  await app.desk.keyboard.type('van na de back-up');
  await app.desk.keyboard.press('Control+Enter');
  await expect(searchField(app.desk)).toBeFocused();
  await app.close();

  const yesterday = new Date(Date.now() - 86_400_000).toISOString().replace(/[-:]|\.\d+/g, '');
  const [made = ''] = readdirSync(backups);
  renameSync(path.join(backups, made), path.join(backups, `store-${yesterday}.db`));
  const store = inFolder(app, 'store.db');
  damage(store, itsStart);
  const damaged = checksum(store);

  await app.start();
  await tryToUnlock(app.desk, karin);
  await expectBlocked(app, 'damagedStore');
  await restore(app);

  await unlock(app.desk, karin);
  await openCaller(app.desk, 'zwaan', zwaantje.displayName);
  await expect(noteField(app.desk)).toBeVisible();
  await expect(app.desk.getByText(say('Nog geen eerdere contacten.'))).toBeVisible();
  await expect(app.desk.getByText('van na de back-up')).toBeHidden();
  const kept = readdirSync(app.dataFolder).filter((name) => /^store\.db-before-restore-\d{8}T\d{6}Z$/.test(name));
  expect(kept.map((name) => checksum(inFolder(app, name)))).toEqual([damaged]);
  expect(existsSync(path.join(backups, `store-${yesterday}.db`))).toBe(true);
});

/** Asked for, chosen, and confirmed twice. */
async function restore(app: App): Promise<void> {
  const { desk } = app;
  await desk.getByRole('button', { name: texts().restore.open }).press('Enter');
  await expect(desk.getByRole('heading', { name: texts().restore.title })).toBeFocused();
  await expect(desk.getByRole('radio')).toBeVisible();
  await desk.keyboard.press('Tab');
  await desk.keyboard.press('Space');
  await expect(desk.getByRole('radio')).toBeChecked();
  await expect(desk.getByText(`${say('24 uur oud', '24 hours old')}, ${say('mist alles van daarna')}`)).toBeVisible();
  await expect(desk.getByText(inLanguage({ nl: nlBackup, en: enBackup }).lastCheck.none)).toBeVisible();
  await desk.getByRole('button', { name: say(/^Controleer de back-up van .*/) }).press('Enter');
  await expect(desk.getByText(say(/^De back-up van .* is heel\.$/))).toBeVisible();
  await expect(desk.getByText(say(/Van begin tot eind gelezen op .*: heel\.$/))).toBeVisible();
  await expectAccessible(desk);
  await deskPictures(app, 'blocked-restore-list');
  const next = desk.getByRole('button', { name: texts().restore.next });
  await next.press('Enter');
  await desk.keyboard.press('Escape');
  await expect(next).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: say('Annuleer') })).toBeFocused();
  const confirm = desk.getByRole('button', { name: texts().restore.confirm });
  await expect(confirm).toBeDisabled();
  await desk.getByRole('checkbox').check();
  await expectAccessible(desk);
  await deskPictures(app, 'blocked-restore-confirm');
  await confirm.click();
}
