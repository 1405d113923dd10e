import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One change of a file, a name or the output of a program, in the order in which it was made. */
export interface Change {
  kind: string;
  inode: string;
  offset: number;
  path: string;
  data: Buffer;
}

/** Reads what `interposed.c` wrote. */
export function readChanges(log: string): Change[] {
  const content = readFileSync(log);
  const changes: Change[] = [];
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(10, at);
    const [kind = '', inode = '', offset, length, ...rest] = content.subarray(at, end).toString().split(' ');
    const from = end + 1;
    at = from + Number(length);
    changes.push({ kind, inode, offset: Number(offset), path: rest.join(' '), data: content.subarray(from, at) });
  }
  return changes;
}

interface File {
  synced: Buffer;
  unsynced: Change[];
}

type Names = Map<string, File>;
type Renaming = { folder: string; apply: (names: Names) => void };

const SECTOR = 512;

function apply(content: Buffer, { kind, offset, data }: Change): Buffer {
  const size = kind === 'T' ? offset : Math.max(content.length, offset + data.length);
  const result = Buffer.alloc(size);
  content.copy(result, 0, 0, size);
  data.copy(result, offset);
  return result;
}

/** A write of which only some sectors reached the disk. */
function torn(change: Change): Change[] {
  const parts: Change[] = [];
  for (let at = 0; at < change.data.length; at += SECTOR) {
    const data = change.data.subarray(at, at + SECTOR);
    if (Math.random() < 0.5) parts.push({ ...change, offset: change.offset + at, data });
  }
  return parts;
}

/** Each write that was not synced reached the disk whole, in part or not at all, whatever the order. */
function leftOf(change: Change): Change[] {
  const chance = Math.random();
  if (chance < 0.4) return [];
  return chance < 0.7 || change.kind === 'T' ? [change] : torn(change);
}

/** What a power cut keeps: all of it (a killed program), names in order as journals keep them, or any of them. */
export type Keeps = 'everything' | 'namesInOrder' | 'anyNames';

/** The files of a folder as a program changes them, with what of it is on the disk for good. */
export class Disk {
  readonly #now: Names;
  readonly #synced: Names;
  readonly #byInode = new Map<string, File>();
  readonly #madeFolders = new Set<string>();
  #unsyncedNames: Renaming[] = [];
  /** What the program wrote to its output. */
  output = '';

  constructor(files: ReadonlyMap<string, { inode: string; content: Buffer }>) {
    const names: [string, File][] = [...files].map(([name, { inode, content }]) => {
      const file = { synced: content, unsynced: [] };
      this.#byInode.set(inode, file);
      return [name, file];
    });
    this.#now = new Map(names);
    this.#synced = new Map(names);
  }

  #rename(name: string, change: (names: Names) => void): void {
    change(this.#now);
    this.#unsyncedNames.push({ folder: path.dirname(name), apply: change });
  }

  #sync({ inode, path: name }: Change): void {
    const file = this.#byInode.get(inode);
    if (file && [...this.#now.values()].includes(file)) {
      file.synced = file.unsynced.reduce(apply, file.synced);
      file.unsynced = [];
      return;
    }
    for (const renaming of this.#unsyncedNames) if (renaming.folder === name) renaming.apply(this.#synced);
    this.#unsyncedNames = this.#unsyncedNames.filter(({ folder }) => folder !== name);
  }

  change(change: Change): void {
    const { kind, inode, path: name } = change;
    const file = this.#byInode.get(inode);
    if (kind === 'A') this.output += change.data.toString();
    else if (kind === 'W' || kind === 'T') file?.unsynced.push(change);
    else if (kind === 'S') this.#sync(change);
    else if (kind === 'O') {
      const made: File = { synced: Buffer.alloc(0), unsynced: [] };
      this.#byInode.set(inode, made);
      this.#rename(name, (names) => names.set(name, made));
    } else if (kind === 'M') {
      this.#madeFolders.add(name);
      this.#rename(name, (names) => names.set(name, { synced: Buffer.alloc(0), unsynced: [] }));
    } else if (kind === 'U') this.#rename(name, (names) => names.delete(name));
    else if (kind === 'R') {
      const [from = '', to = ''] = name.split('\t');
      const moved = this.#now.get(from);
      if (!moved) return;
      this.#rename(to, (names) => {
        names.delete(from);
        names.set(to, moved);
      });
    }
  }

  #namesAfter(keeps: Keeps): Names {
    if (keeps === 'everything') return this.#now;
    const names = new Map(this.#synced);
    const kept = Math.floor(Math.random() * (this.#unsyncedNames.length + 1));
    for (const [nth, renaming] of this.#unsyncedNames.entries()) {
      if (keeps === 'namesInOrder' ? nth < kept : Math.random() < 0.5) renaming.apply(names);
    }
    return names;
  }

  /** Makes a folder as it may be found after the power went now. */
  writeTo(folder: string, root: string, keeps: Keeps): void {
    const names = this.#namesAfter(keeps);
    const lost = [...this.#madeFolders].filter((made) => !names.has(made));
    for (const [name, { synced, unsynced }] of names) {
      // What is in a folder goes with it.
      if (this.#madeFolders.has(name) || lost.some((made) => name.startsWith(`${made}${path.sep}`))) continue;
      const reached = keeps === 'everything' ? unsynced : unsynced.flatMap(leftOf);
      // The stick of a practice has the name of its folder with something behind it.
      const file = `${folder}${name.slice(root.length)}`;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, reached.reduce(apply, synced));
    }
  }
}
