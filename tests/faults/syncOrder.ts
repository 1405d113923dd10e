import path from 'node:path';
import type { Change } from './disk.ts';

/** Names that something was promised of: what stands under them must be on the disk before they do. */
const promised = /^(keys\.json|store\.db|store-[\dTZ]+(-[a-z-]+)?\.db)$/;

/** Every file that got a promised name while a write to it was not on the disk, whatever a power cut would have made of it. */
export function namedTooSoon(changes: readonly Change[], files: ReadonlyMap<string, { inode: string }>): string[] {
  const inodes = new Map([...files].map(([name, { inode }]) => [name, inode]));
  const unsynced = new Set<string>();
  const found: string[] = [];
  for (const { kind, inode, path: name } of changes) {
    if (kind === 'W' || kind === 'T') unsynced.add(inode);
    else if (kind === 'S') unsynced.delete(inode);
    else if (kind === 'O') inodes.set(name, inode);
    else if (kind === 'U') inodes.delete(name);
    else if (kind === 'R') {
      const [from = '', to = ''] = name.split('\t');
      const moved = inodes.get(from);
      if (moved === undefined) continue;
      inodes.delete(from);
      inodes.set(to, moved);
      if (promised.test(path.basename(to)) && unsynced.has(moved)) {
        found.push(`${path.basename(to)} got its name before it was on the disk`);
      }
    }
  }
  return found;
}
