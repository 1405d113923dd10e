import { randomUUID } from 'node:crypto';
import { aDraft } from '../support/samples.ts';
import type { Line } from './facts.ts';
import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { electron, type Running, startElectronAlone } from './hosts.ts';
import { checksums, copyOf, practice, remove } from './practice.ts';
import { atRest, load, unlock } from './realHosts.ts';

/** A second start has long given way by then, on a busy computer too. */
const PATIENCE_MILLISECONDS = 30_000;

async function save({ client }: Running, lines: Line[]): Promise<void> {
  const text = `Gesprek ${randomUUID()}`;
  await client.contacts.save(aDraft({ text }));
  lines.push({ at: 'done', key: `contacts ${text}`, value: '1' });
}

/** One fault with the whole program, left out with the reason where that is not there. */
function withElectron(name: string, round: (folder: string, key: Uint8Array) => Promise<string[]>): Fault {
  return {
    name: `Electron: ${name}`,
    async round(): Promise<Outcome> {
      const skipped = electron.missing();
      if (skipped) return { faults: 0, losses: [], skipped };
      const { folder: template, key } = await practice();
      const folder = copyOf(template);
      const losses = await round(folder, key);
      remove(folder);
      return { faults: 1, losses };
    },
  };
}

/** The second gives way by itself and opens nothing; the first goes on. */
async function secondStart(folder: string, key: Uint8Array): Promise<string[]> {
  const lines: Line[] = [];
  const losses: string[] = [];
  const first = await electron.start(folder);
  try {
    await unlock(first);
    await save(first, lines);
    await atRest(folder);
    const before = checksums(folder);
    const second = await startElectronAlone(folder);
    const code = await second.endedWithin(PATIENCE_MILLISECONDS);
    if (code !== 0) losses.push(code === null ? 'the second start stays' : `the second start ended with ${code}`);
    const after = checksums(folder);
    const changed = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
    // Where the window stands is the first one's to write: the second start brings it up.
    losses.push(...changed.filter((name) => name !== 'window.json').map((name) => `${name} changed at a second start`));
    await save(first, lines);
  } finally {
    await first.close();
  }
  return [...losses, ...(await lossesIn(folder, lines, { key }))];
}

/** Whichever of the two comes out of it, nothing is lost, and a start afterwards opens the practice. */
async function whileKilled(folder: string, key: Uint8Array): Promise<string[]> {
  const lines: Line[] = [];
  const first = await electron.start(folder);
  await unlock(first);
  void load(first, lines).catch(() => undefined);
  await new Promise((passed) => setTimeout(passed, 300 + Math.random() * 700));
  const second = startElectronAlone(folder);
  await new Promise((passed) => setTimeout(passed, Math.random() * 1500));
  await first.kill();
  const told = [...lines];
  await (await second).endedWithin(2000);
  await (await second).kill();
  const third = await electron.start(folder);
  const losses: string[] = [];
  try {
    await unlock(third);
    await save(third, told);
  } catch (error) {
    losses.push(`a start afterwards does not work: ${error instanceof Error ? error.message : error}`);
  } finally {
    await third.close();
  }
  return [...losses, ...(await lossesIn(folder, told, { key }))];
}

/** Another folder is another practice, with a program of its own. */
async function secondFolder(folder: string, key: Uint8Array): Promise<string[]> {
  const other = copyOf((await practice()).folder);
  const lines: { mine: Line[]; others: Line[] } = { mine: [], others: [] };
  const first = await electron.start(folder);
  const second = await electron.start(other).catch(async (error) => {
    await first.close();
    throw error;
  });
  try {
    await unlock(first);
    await unlock(second);
    for (let nth = 0; nth < 3; nth += 1) {
      await save(first, lines.mine);
      await save(second, lines.others);
    }
  } finally {
    await first.close();
    await second.close();
  }
  const losses = [...(await lossesIn(folder, lines.mine, { key })), ...(await lossesIn(other, lines.others, { key }))];
  remove(other);
  return losses;
}

export const singleInstance: Fault[] = [
  withElectron('second start', secondStart),
  withElectron('second start while killed', whileKilled),
  withElectron('second folder', secondFolder),
];
