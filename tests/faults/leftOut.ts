import type { Change } from './disk.ts';
import { recorded } from './powerLoss.ts';
import { practice, remove } from './practice.ts';
import { type Task, tasks } from './stopping.ts';
import { outOfOrder, syncsIn } from './syncOrder.ts';

export interface LeftOut {
  task: string;
  /** What the sync puts on the disk. */
  sync: string;
  times: number;
  isFound: boolean;
  /** Only when the next syncs of the same are left out too, which come before anything rests on it. */
  withNext: boolean;
}

/**
 * What nothing rests on: logs and journals of a file that has no promised name yet, which is read through and synced before
 * it gets one; and the names of notes, of which a missing one says nothing.
 */
const restsOnNothing =
  /\.(unfinished|restoring|renewed|taken|mending|mending-from)-(wal|journal)$|\.mending-from$|^the name [+-](written|backups-checked|log-tail|place-taken|log-end)\.json/;

function without(changes: readonly Change[], left: readonly number[]): Change[] {
  const gone = new Set(left);
  return changes.filter((_change, at) => !gone.has(at));
}

/** The syncs of the same that come next after any of these. */
function nextOfSame(changes: readonly Change[], left: readonly number[]): number[] {
  return left.flatMap((at) => {
    const { path, inode } = changes[at] ?? {};
    const isNext = ({ kind, ...other }: Change, nth: number) =>
      nth > at && !left.includes(nth) && kind === 'S' && other.path === path && other.inode === inode;
    const next = changes.findIndex(isNext);
    return next < 0 ? [] : [next];
  });
}

/** So many are left out more where others come before anything rests on what the first ones did. */
const MOST_NEXT = 3;

async function leftOutOf(task: Task, library: string): Promise<LeftOut[]> {
  const { folder, files, changes, log, losses } = await recorded(task, await practice(), library);
  const all = [...syncsIn(changes, files)].filter(([sync]) => !restsOnNothing.test(sync));
  const isFoundWithout = (left: readonly number[]) => outOfOrder(without(changes, left), files, folder).length > 0;
  const found = all.map(([sync, left]) => {
    const isFound = isFoundWithout(left);
    let more = left;
    let withNext = false;
    for (let nth = 0; !isFound && !withNext && nth < MOST_NEXT; nth += 1) {
      more = [...more, ...nextOfSame(changes, more)];
      withNext = isFoundWithout(more);
    }
    return { task: task.name, sync, times: left.length, isFound: isFound || withNext, withNext };
  });
  if (losses.length > 0) throw new Error(`${task.name}: ${losses.join()}`);
  remove(folder);
  remove(log);
  return found;
}

/** Takes each kind of sync out of what a core did, and looks whether that would be found: who looks must see something. */
export async function leaveOutEach(library: string, only: string): Promise<LeftOut[]> {
  const found: LeftOut[] = [];
  for (const task of tasks.filter(({ name }) => name.includes(only))) found.push(...(await leftOutOf(task, library)));
  return found;
}
