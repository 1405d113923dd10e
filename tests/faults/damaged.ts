import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import { flipBit } from '../support/files.ts';
import { apartOf } from '../support/options.ts';
import type { Line } from './facts.ts';
import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { whileOpen } from './opened.ts';
import { checksums, firstPassword, practice, remove } from './practice.ts';
import { runCore, type Task, tasks } from './stopping.ts';

type Damage = (file: string) => void;

const damages: Record<string, Damage> = {
  'cut short': (file) => truncateSync(file, Math.floor(Math.random() * statSync(file).size)),
  'bits flipped': (file) => flipBit(file, Math.floor(Math.random() * statSync(file).size)),
  'overwritten in part': (file) => {
    const content = readFileSync(file);
    const from = Math.floor(Math.random() * content.length);
    writeFileSync(file, content.fill(0, from, Math.min(content.length, from + 4096)));
  },
  deleted: (file) => rmSync(file),
};

const save = tasks.find(({ name }) => name === 'save');

/** What the program says is wrong: at the start, at the unlock, or at the latest with the backup of the day. */
async function problemIn(folder: string, key: Uint8Array, file: string): Promise<string | null> {
  return whileOpen(folder, async ({ session, client }) => {
    if (!session.blocked && file === 'keys.json') await opensForSomebody(client).catch(() => undefined);
    else if (!session.blocked) await session.unlock(1, key.slice());
    if (!session.blocked && !session.unlocked) return 'nobody can unlock it';
    if (!session.blocked && session.unlocked?.user.id !== 1) await session.unlock(1, key.slice());
    if (!session.blocked) await client.backup.make().catch(() => undefined);
    return session.blocked?.problem ?? null;
  });
}

/** A practice in which something was saved, whose program was closed; with what was said to be saved. */
async function worked(task: Task): Promise<{ folder: string; lines: Line[]; key: Uint8Array }> {
  const made = await practice();
  const folder = await task.folder(made);
  const { lines } = await runCore(task, { folder, killAfter: null });
  return { folder, lines, key: made.key };
}

/** What the newest backup, which was found whole, has in it: all that was said must be there. */
function withNewestBackup(folder: string): string {
  const [newest = ''] = readdirSync(path.join(folder, 'backups')).sort().reverse();
  cpSync(path.join(folder, 'backups', newest), path.join(folder, 'store.db'));
  for (const note of ['log-tail.json', 'written.json']) rmSync(path.join(folder, note));
  rmSync(apartOf(folder), { recursive: true });
  return folder;
}

/** Whether somebody's password still opens the keys: damage to one worker's is told to them alone. */
async function opensForSomebody(client: ContractClient): Promise<void> {
  const openFor = (userId: number) => client.session.unlock({ userId, password: firstPassword });
  await openFor(1).catch(() => openFor(2));
}

function damagedFile(file: string, what: string, damage: Damage): Fault {
  return {
    name: `${file} ${what}`,
    async round(): Promise<Outcome> {
      if (!save) throw new Error('no task saves');
      const { folder, lines, key } = await worked(save);
      damage(path.join(folder, file));
      const before = checksums(folder);
      const problem = await problemIn(folder, key, file);
      const losses: string[] = [];
      if (problem === 'nobody can unlock it') losses.push(problem);
      else if (problem) {
        const after = checksums(folder);
        const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
        // What a damaged page of an open store was found in has the unlocking in its log.
        if (problem !== 'damagedStore') losses.push(...changed.map((name) => `${name} changed while ${problem}`));
        if (!existsSync(path.join(folder, file)) && what !== 'deleted') losses.push(`${file} is gone`);
      } else {
        const ofStore = lines.filter(({ key: about }) => file === 'store.db' || !about.startsWith('password'));
        losses.push(...(await lossesIn(withNewestBackup(folder), ofStore, { key })));
      }
      remove(folder);
      return { faults: 1, losses };
    },
  };
}

export const damaged: Fault[] = Object.entries(damages).flatMap(([what, damage]) =>
  ['store.db', 'keys.json'].map((file) => damagedFile(file, what, damage)),
);
