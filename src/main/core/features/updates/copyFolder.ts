import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'rugdekking-update-';
/** Beside a copy that nobody installs yet: which data folder it was made for, whose program may take it away. */
const NOTE = 'not-installed';

/** A folder for one copy, that only this user reaches. */
export async function makeCopyFolder(dataFolder: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX));
  await writeFile(path.join(folder, NOTE), dataFolder, { mode: 0o600 });
  return folder;
}

/** One that cannot be removed is in the computer's own folder for what may go. */
export const removeCopyFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch(() => {});

/** From now on the copy stays, also when the program ends. */
export const letCopyStay = (folder: string): Promise<void> => rm(path.join(folder, NOTE), { force: true });

/** Takes away what a program left that was killed while it held a copy for this data folder. */
export async function removeLeftCopies(dataFolder: string, inUse: string | null): Promise<void> {
  const names = (await readdir(tmpdir()).catch(() => [])).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.map((name) => path.join(tmpdir(), name))) {
    const madeFor = await readFile(path.join(folder, NOTE), 'utf8').catch(() => null);
    if (folder !== inUse && madeFor === dataFolder) await removeCopyFolder(folder);
  }
}
