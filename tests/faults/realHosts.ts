import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { aDraft, anIncident } from '../support/samples.ts';
import type { Line } from './facts.ts';
import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { electron, preview, type RealHost, type Running } from './hosts.ts';
import { checksums, copyOf, firstPassword, practice, remove } from './practice.ts';

const receptionist = 2;

export async function unlock({ client }: Pick<Running, 'client'>): Promise<void> {
  await client.session.unlock({ userId: receptionist, password: firstPassword });
  const state = await client.session.state();
  if (state.kind === 'blocked') throw new Error(`it does not open, and may have to be built anew: ${state.report}`);
}

/** Saves through the line of a window until nobody answers any more; `onSaved` hears of each thing that was. */
export async function load({ client }: Pick<Running, 'client'>, lines: Line[], onSaved = () => {}): Promise<void> {
  const asked = async (key: string, value: string, ask: () => Promise<unknown>) => {
    lines.push({ at: 'begin', key, value });
    await ask();
    lines.push({ at: 'done', key, value });
    onSaved();
  };
  const draft = aDraft({ id: randomUUID() });
  for (let nth = 1; ; nth += 1) {
    const text = `Versie ${nth}`;
    await asked(`draft ${draft.id}`, text, () => client.contacts.saveDraft({ ...draft, text }));
    if (nth % 3 !== 0) continue;
    const displayName = `Beller ${draft.id} ${nth}`;
    const record = anIncident({ newCaller: { displayName, number: '', birthDate: null } });
    await asked(`incidents of ${displayName}`, '1', () => client.incidents.record(record));
    const note = aDraft({ text: `Gesprek ${draft.id} ${nth}` });
    await asked(`contacts ${note.text}`, '1', () => client.contacts.save(note));
  }
}

/** `kill -9` of the main process of a whole program, while a window saves. */
function killed(host: RealHost): Fault {
  return {
    name: `killed: the ${host.name}`,
    async round(): Promise<Outcome> {
      const missing = host.missing();
      if (missing) return { faults: 0, losses: [], skipped: missing };
      const { folder: template, key } = await practice();
      const folder = copyOf(template);
      const running = await host.start(folder);
      const lines: Line[] = [];
      await unlock(running);
      const { promise: firstSaved, resolve } = Promise.withResolvers<void>();
      const saving = load(running, lines, resolve);
      await Promise.race([saving, firstSaved]);
      // The calls that are under way get no answer.
      saving.catch(() => undefined);
      await new Promise((passed) => setTimeout(passed, Math.random() * 1500));
      await running.kill();
      const losses = await lossesIn(folder, [...lines], { key });
      remove(folder);
      return { faults: 1, losses };
    },
  };
}

/** A second program on a folder says that it is in use and touches nothing; the first goes on. */
function both(first: RealHost, second: RealHost): Fault {
  return {
    name: `one folder: ${first.name} and ${second.name}`,
    async round(): Promise<Outcome> {
      const missing = first.missing() ?? second.missing();
      if (missing) return { faults: 0, losses: [], skipped: missing };
      const { folder: template, key } = await practice();
      const folder = copyOf(template);
      const running = await first.start(folder);
      const { lines, losses } = await whileOther(running, second, folder).catch(async (error) => {
        await running.kill();
        throw error;
      });
      await running.close();
      losses.push(...(await lossesIn(folder, lines, { key })));
      remove(folder);
      return { faults: 1, losses };
    },
  };
}

async function whileOther({ client }: Running, second: RealHost, folder: string) {
  const losses: string[] = [];
  const lines: Line[] = [];
  const save = async () => {
    const text = `Gesprek ${randomUUID()}`;
    await client.contacts.save(aDraft({ text }));
    lines.push({ at: 'done', key: `contacts ${text}`, value: '1' });
  };
  await unlock({ client });
  await save();
  await atRest(folder);
  const before = checksums(folder);
  const other = await second.start(folder);
  const state = await other.client.session.state();
  const problem = state.kind === 'blocked' ? state.problem : state.kind;
  if (problem !== 'folderInUse') losses.push(`the second says ${problem}`);
  await other.close();
  const after = checksums(folder);
  const changed = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  losses.push(...changed.map((name) => `${name} changed while a second program was open`));
  await save();
  return { losses, lines };
}

const REST_MILLISECONDS = 1500;

/** Until the backup of the day, which the first unlock makes, is made and looked at. */
export async function atRest(folder: string): Promise<void> {
  const backups = () => readdirSync(path.join(folder, 'backups')).sort().join();
  for (let [before, after] = ['', backups()]; before !== after; [before, after] = [after, backups()]) {
    await new Promise((passed) => setTimeout(passed, REST_MILLISECONDS));
  }
}

export const realHosts: Fault[] = [
  killed(preview),
  killed(electron),
  both(preview, preview),
  both(preview, electron),
  both(electron, preview),
];
