import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../src/main/core/core.ts';
import { errorCode } from '../../src/main/core/store/problem.ts';
import { testOptions } from '../support/options.ts';
import { aDraft, anIncident } from '../support/samples.ts';
import type { Fact } from './facts.ts';
import { isMendedIn } from './mended.ts';
import { firstPassword, inAside, olderCallers, passwordOf, restoredName, stickOf, takenFrom } from './practice.ts';

/**
 * A core in a process of its own, to be stopped at any moment. What it is about to ask and what was answered it writes
 * to its output, one line of JSON each; what was answered must be found again.
 */
const [, , task = '', folder = '', key = '', times = '0', recoveryKey = ''] = process.argv;
const atMost = Number(times) || Number.POSITIVE_INFINITY;
const core = await openCore(testOptions(folder, Date.now));
const client = createRouterClient(core.router, { context: core.context });
const manager = 1;
const receptionist = 2;

function say(at: 'begin' | 'done', fact: Fact): void {
  const line = `${JSON.stringify({ at, ...fact })}\n`;
  for (let left = line; left !== ''; ) left = left.slice(written(left));
}

/** How much of it the pipe took; whoever reads it may be slower. */
function written(text: string): number {
  try {
    return writeSync(1, text);
  } catch (error) {
    if (errorCode(error) !== 'EAGAIN') throw error;
    return 0;
  }
}

/** Asks, and says so before and after; a refusal is no acknowledgement. */
async function asked(fact: Fact, ask: () => Promise<unknown>): Promise<void> {
  say('begin', fact);
  const refused = await ask().then(
    () => null,
    (error) => error,
  );
  if (refused === null) say('done', fact);
  else process.stderr.write(`${refused.code ?? refused}\n`);
}

const workAs = (userId: number) => core.context.core.session.unlock(userId, new Uint8Array(Buffer.from(key, 'hex')));

async function save(): Promise<void> {
  await workAs(receptionist);
  const draft = aDraft({ id: randomUUID() });
  for (let nth = 1; nth <= atMost; nth += 1) {
    const text = `Versie ${nth}`;
    await asked({ key: `draft ${draft.id}`, value: text }, () => client.contacts.saveDraft({ ...draft, text }));
    if (nth % 4 !== 0) continue;
    const newCaller = { displayName: `Beller ${draft.id} ${nth}`, number: '', birthDate: null };
    const record = anIncident({ newCaller });
    await asked({ key: `incidents of ${newCaller.displayName}`, value: '1' }, () => client.incidents.record(record));
    const note = aDraft({ text: `Gesprek ${draft.id} ${nth}` });
    await asked({ key: `contacts ${note.text}`, value: '1' }, () => client.contacts.save(note));
  }
}

async function backUpOnce(): Promise<void> {
  await client.backup.make().then(
    ({ name }) => say('done', { key: `backup ${name}`, value: 'whole' }),
    (error) => process.stderr.write(`${error.code ?? error}\n`),
  );
}

async function backUp(): Promise<void> {
  await workAs(manager);
  for (let nth = 1; nth <= atMost; nth += 1) await backUpOnce();
}

async function restore(): Promise<void> {
  // The store is damaged: this only proves the password.
  await workAs(manager);
  await asked({ key: 'restored', value: 'yes' }, () => client.backup.restore({ name: restoredName }));
}

async function changePassword(): Promise<void> {
  await workAs(receptionist);
  for (let nth = 1; nth <= atMost; nth += 1) {
    const [currentPassword, newPassword] = [passwordOf(nth - 1), passwordOf(nth)];
    const fact = { key: `password ${receptionist}`, value: newPassword };
    await asked(fact, () => client.session.changePassword({ currentPassword, newPassword }));
  }
}

async function team(): Promise<void> {
  await workAs(manager);
  for (let nth = 1; nth <= atMost; nth += 1) {
    const name = `Collega ${randomUUID()}`;
    const member = { name, role: 'receptionist', language: 'nl', password: passwordOf(nth) } as const;
    let userId = 0;
    await asked({ key: `member ${name}`, value: 'active' }, async () => {
      ({ userId } = await client.team.add(member));
    });
    if (userId) await asked({ key: `member ${name}`, value: 'gone' }, () => client.team.remove({ userId }));
  }
}

async function renew(): Promise<void> {
  await workAs(manager);
  for (let nth = 1; nth <= atMost; nth += 1) {
    await saveOne();
    // Whatever becomes of it: what was there is there, for everybody with the password they had.
    await asked({ key: 'renewed', value: 'yes' }, () => client.keys.renew());
  }
}

async function reset(): Promise<void> {
  say('done', { key: `password ${receptionist}`, value: firstPassword });
  const newPassword = passwordOf(1);
  const fact = { key: `password ${receptionist}`, value: newPassword };
  await asked(fact, () => client.session.resetPassword({ userId: receptionist, recoveryKey, newPassword }));
}

async function setUp(): Promise<void> {
  const form = { practiceName: 'Oefenpraktijk De Linde', managerName: 'Karin', language: 'nl' } as const;
  await asked({ key: `password ${manager}`, value: firstPassword }, () =>
    client.setup.create({ ...form, password: firstPassword }),
  );
}

async function saveOne(): Promise<void> {
  const note = aDraft({ text: `Gesprek ${randomUUID()}` });
  await asked({ key: `contacts ${note.text}`, value: '1' }, () => client.contacts.save(note));
}

async function mend(): Promise<void> {
  await workAs(manager);
  await saveOne();
  say('begin', { key: 'mended', value: 'yes' });
  await client.backup.make().catch(() => undefined);
  if (await isMendedIn(core.context.core.session)) say('done', { key: 'mended', value: 'yes' });
  await backUpOnce();
  for (let nth = 1; nth <= atMost; nth += 1) await saveOne();
}

/** Somebody goes on with the phone meanwhile. */
async function erase(): Promise<void> {
  await workAs(manager);
  const working = async () => {
    for (let nth = 1; nth <= atMost; nth += 1) await saveOne();
  };
  await Promise.all([asked({ key: 'old contacts', value: 'gone' }, () => client.privacy.eraseOverTerm()), working()]);
}

/** So many of one day are kept at the second place. */
const KEPT_OF_A_DAY = 3;

/** Copies to the stick beside the folder, which holds those of before, or nothing. */
async function secondPlace(): Promise<void> {
  await workAs(manager);
  await asked({ key: 'place', value: 'yes' }, () => client.backup.setSecondPlace({ folder: stickOf(folder) }));
  for (let nth = 1; nth <= Math.min(atMost, KEPT_OF_A_DAY); nth += 1) {
    const copying = client.backup.make().then(async ({ name }) => {
      const { place } = await client.backup.secondPlace();
      if (place?.problem === null) say('done', { key: `copied ${name}`, value: 'whole' });
    });
    await copying.catch((error) => process.stderr.write(`${error.code ?? error}\n`));
  }
}

async function takeOver(): Promise<void> {
  await asked({ key: 'restored', value: 'yes' }, () => client.setup.restore(takenFrom(folder)));
  for (let nth = 1; core.state().kind === 'unlocked' && nth <= atMost; nth += 1) await saveOne();
}

/** Notes of which it is known which store they are in: the one of now, or the one that was put aside last. */
const noted: { here: string[]; aside: string[] } = { here: [], aside: [inAside] };

async function noteHere(): Promise<void> {
  const text = `Gesprek ${randomUUID()}`;
  await asked({ key: `place of ${text}`, value: 'now' }, () => client.contacts.save(aDraft({ text })));
  noted.here.push(text);
}

const placeOf = (value: string) => (text: string) => ({ key: `place of ${text}`, value });

/** Another store takes the place of the one of now; false when that was refused. */
async function exchanged(
  moved: Fact[],
  name: string,
  exchange: (chosen: { name: string; lost: number }) => Promise<unknown>,
): Promise<boolean> {
  try {
    const { contacts, incidents } = await client.backup.lost({ name });
    for (const fact of moved) say('begin', fact);
    await exchange({ name, lost: contacts + incidents });
    for (const fact of moved) say('done', fact);
    return true;
  } catch (error) {
    process.stderr.write(`${errorCode(error)}\n`);
    return false;
  }
}

async function restoreOlder(): Promise<void> {
  for (let nth = 1; nth <= atMost; nth += 1) {
    await workAs(manager);
    await noteHere();
    const moved = noted.here.map(placeOf('aside'));
    if (!(await exchanged(moved, restoredName, client.backup.restoreOlder))) return;
    noted.here = [];
  }
}

async function putBack(): Promise<void> {
  for (let nth = 1; nth <= atMost; nth += 1) {
    await workAs(manager);
    await noteHere();
    const [aside] = await client.backup.aside().catch(() => []);
    const moved = [...noted.here.map(placeOf('aside')), ...noted.aside.map(placeOf('now'))];
    if (!aside || !(await exchanged(moved, aside.name, client.backup.putBack))) return;
    [noted.here, noted.aside] = [noted.aside, noted.here];
  }
}

/** With the password: the key may be another one than that of the store. */
async function goOn(): Promise<void> {
  await client.session.unlock({ userId: manager, password: firstPassword }).catch(() => undefined);
  await asked({ key: 'gone on', value: 'yes' }, async () => {
    await client.session.goOn();
    if (core.state().kind !== 'unlocked') throw new Error('blocked still');
  });
  for (let nth = 1; nth <= atMost; nth += 1) await saveOne();
}

async function renewBackups(): Promise<void> {
  await workAs(manager);
  await asked({ key: 'place', value: 'yes' }, () => client.backup.setSecondPlace({ folder: stickOf(folder) }));
  for (let nth = 1; nth <= atMost; nth += 1) {
    await saveOne();
    say('begin', { key: 'older copies', value: 'gone' });
    const renewing = client.privacy.renewBackups().then(async () => {
      const { place } = await client.backup.secondPlace();
      // What did not reach the stick leaves the older ones there.
      say('done', { key: 'older copies', value: place?.problem === null ? 'gone' : 'half' });
    });
    await renewing.catch((error) => process.stderr.write(`${error.code ?? error}\n`));
  }
}

async function migrate(): Promise<void> {
  await workAs(manager);
  if (core.state().kind === 'unlocked') say('done', { key: 'callers', value: olderCallers });
}

const tasks: Record<string, () => Promise<void>> = {
  ...{ save, backUp, restore, changePassword },
  ...{ team, reset, setUp, migrate, renew },
  ...{ mend, erase, takeOver, secondPlace, firstSecondPlace: secondPlace },
  ...{ restoreOlder, putBack, goOn, goOnUnderEarlierKey: goOn, renewBackups },
};
say('done', { key: 'started', value: 'yes' });
await tasks[task]?.();
await core.close();
