import path from 'node:path';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import type { Fault, Outcome } from './fault.ts';
import { type Opened, whileOpen } from './opened.ts';
import { checksums, copyOf, firstPassword, practice, remove } from './practice.ts';

const HOUR = 3_600_000;
const jumps: Record<string, number> = { 'an hour': HOUR, 'a day': 24 * HOUR, 'a year': 365 * 24 * HOUR };
const receptionist = 2;

/** The app locks after its idle time, whatever is done to the clock meanwhile. */
async function lossOfIdleLock(
  { session }: Opened,
  clock: { now: number; passed: number },
  by: number,
): Promise<string[]> {
  const idle = (session.unlocked?.houseRules.idleLockMinutes ?? 0) * 60_000;
  session.idle.end();
  clock.now += by + idle;
  clock.passed += idle;
  await session.lockWhenIdle();
  return session.state().kind === 'locked' ? [] : ['the lock after idle time'];
}

/** Three wrong passwords make the fourth wait, whatever the clock says. */
async function lossOfDelay({ client, session }: Opened, clock: { now: number }, by: number): Promise<string[]> {
  await session.lock();
  const tryOnce = (password: string) =>
    client.session.unlock({ userId: receptionist, password }).then(
      () => 'open',
      (error) => error.code,
    );
  for (let nth = 0; nth < 3; nth += 1) await tryOnce(`verkeerd-wachtwoord-${nth}`);
  clock.now += by;
  const outcome = await tryOnce(firstPassword);
  return outcome === 'TOO_SOON' ? [] : [`a wait after wrong passwords: it was ${outcome}`];
}

/** A month from the day of a clock on, as the terms that a manager starts from are. */
async function banOf({ client }: Opened): Promise<number> {
  const { callerId } = await client.callers.create(aCaller({ displayName: 'Wilhelmina Verboden' }));
  const threat = anIncident({ callerId, behaviours: ['threat'], severity: 'verySerious' });
  const { incidentId } = await client.incidents.record(threat);
  const [term] = (await client.measures.propose({ callerId })).terms;
  if (!term) throw new Error('no term is proposed');
  const { from, lastDay, reviewDay } = term;
  const ban = { from, lastDay, reviewDay, channels: ['phone'], scope: 'everything', scopeName: '' } as const;
  await client.measures.decide({
    ...{ callerId, step: 'contactBan', reason: 'Dreigde langs te komen.', incidentIds: [incidentId], replaces: [] },
    ban: { ...ban, channels: [...ban.channels], staysOpen: 'Een brief mag.' },
  });
  return callerId;
}

/** A ban runs until its last day is over by the clock and then says so; the person is never due later than in a day. */
async function lossesOfBan({ client }: Opened, callerId: number, now: number): Promise<string[]> {
  const { bans, others } = await client.measures.ofCaller({ callerId });
  const [past] = others;
  const lastDay = bans[0]?.lastDay ?? past?.lastDay ?? '';
  const isOver = dayOf(now, 'Europe/Amsterdam') > lastDay;
  const losses: string[] = [];
  if (isOver ? past?.state !== 'ended' || bans.length > 0 : bans.length === 0) {
    losses.push(`a ban until ${lastDay} is ${past?.state ?? 'running'} on ${new Date(now).toISOString()}`);
  }
  const [due] = (await client.measures.toTell()).filter((one) => one.callerId === callerId);
  if (!due || due.answerBefore > now + 24 * HOUR) losses.push('the day within which somebody is told');
  return losses;
}

/** A clock that stands before what was written last is told of to whoever manages the practice. */
async function lossOfNotice({ client }: Opened, wentBack: boolean): Promise<string[]> {
  const { late } = await client.review.attention();
  const isTold = late.some((item) => item.kind === 'log' && item.problem === 'clock');
  return wentBack && !isTold ? ['that the clock went back'] : [];
}

/** A clock that is set while the program is open and while it is closed; what came before stays, in its order. */
function setBy(direction: 'back' | 'forward', what: string, hours: number): Fault {
  return {
    name: `clock set ${direction} ${what}`,
    async round(nth): Promise<Outcome> {
      const { folder: template, key } = await practice();
      const folder = copyOf(template);
      const clock = { now: Date.now(), passed: 0 };
      const by = direction === 'back' ? -hours : hours;
      const losses: string[] = [];
      const texts: string[] = [];
      const backups = new Map<string, string | undefined>();
      let bannedId: number | null = null;
      for (let turn = 0; turn < 3; turn += 1) {
        const found = await whileOpen(
          folder,
          async (opened) => {
            const { session, client } = opened;
            await session.unlock(1, key.slice());
            bannedId ??= await banOf(opened);
            const lost: string[] = [];
            for (const moment of ['before', 'after']) {
              const text = `Ronde ${nth}, beurt ${turn}, ${moment}`;
              await client.contacts.save(aDraft({ text, startedAt: clock.now }));
              texts.push(text);
              const { name } = await client.backup.make();
              // A clock that goes forward makes room for new ones, as days that pass do.
              if (direction === 'forward') backups.clear();
              backups.set(name, checksums(folder)[path.join('backups', name)]);
              lost.push(...(await lossesOfBan(opened, bannedId, clock.now)));
              clock.now += by + Math.sign(by) * Math.floor(Math.random() * HOUR);
              lost.push(...(await lossOfNotice(opened, by < 0)));
            }
            const rows = (await session.unlocked?.database.selectFrom('contact').select('text').execute()) ?? [];
            const gone = [...lost, ...texts.filter((text) => !rows.some((row) => row.text === text))];
            const { brokenAt } = await client.audit.verify();
            if (brokenAt !== null) gone.push(`the audit log, from ${brokenAt}`);
            if (session.state().kind !== 'unlocked') gone.push('the session');
            gone.push(...(await lossesOfBan(opened, bannedId, clock.now)));
            if (turn === 2) {
              gone.push(...(await lossOfIdleLock(opened, clock, by)));
              gone.push(...(await lossOfDelay(opened, clock, by)));
            }
            return gone;
          },
          () => clock.now,
          () => performance.now() + clock.passed,
        );
        losses.push(...found);
      }
      const after = checksums(folder);
      for (const [name, sum] of backups) {
        if (after[path.join('backups', name)] !== sum) losses.push(`the backup ${name}`);
      }
      remove(folder);
      return { faults: 8, losses };
    },
  };
}

export const clockSet = (['back', 'forward'] as const).flatMap((direction) =>
  Object.entries(jumps).map(([what, hours]) => setBy(direction, what, hours)),
);
