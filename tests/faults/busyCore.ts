import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../src/main/core/core.ts';
import { errorCode } from '../../src/main/core/store/problem.ts';
import { testOptions } from '../support/options.ts';
import { aDraft, anIncident } from '../support/samples.ts';
import type { Fact } from './facts.ts';
import { isMendedIn } from './mended.ts';
import { firstPassword, olderCallers, passwordOf, restoredName, stickOf, takenFrom } from './practice.ts';

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

async function migrate(): Promise<void> {
  await workAs(manager);
  if (core.state().kind === 'unlocked') say('done', { key: 'callers', value: olderCallers });
}

const tasks: Record<string, () => Promise<void>> = {
  ...{ save, backUp, restore, changePassword },
  ...{ team, reset, setUp, migrate, renew },
  ...{ mend, erase, takeOver, secondPlace, firstSecondPlace: secondPlace },
};
say('done', { key: 'started', value: 'yes' });
await tasks[task]?.();
await core.close();
