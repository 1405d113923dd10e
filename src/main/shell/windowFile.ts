import { readFileSync, renameSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });

const remembered = z.object({
  desk: rectangle.optional(),
  review: rectangle.optional(),
  alwaysOnTop: z.boolean().default(true),
  /** Off until somebody turns it on: a desk that is used from elsewhere would show a black window. */
  contentProtection: z.boolean().default(false),
  shortcut: z.string().default('Control+Alt+R'),
  /** Whether this computer was told that closing the window leaves the program running. */
  toldOfTray: z.boolean().default(false),
});
export type Remembered = z.infer<typeof remembered>;

export interface WindowFile {
  readonly current: Remembered;
  remember(change: Partial<Remembered>): void;
  /** Writes what was not written yet. */
  flush(): void;
}

const writeDelay = 500;

/** What this computer remembers of the windows. A file that cannot be read is put aside, never written over. */
export function openWindowFile(file: string): WindowFile {
  const { content, mayWrite } = read(file);
  let current = content;
  let timer: NodeJS.Timeout | null = null;

  function flush() {
    if (!timer) return;
    clearTimeout(timer);
    timer = null;
    if (!mayWrite) return;
    try {
      writeFileAtomic.sync(file, `${JSON.stringify(current, null, 2)}\n`, { mode: 0o600 });
    } catch (error) {
      console.error('Where the windows were could not be remembered:', codeOf(error));
    }
  }

  return {
    get current() {
      return current;
    },
    remember(change) {
      current = { ...current, ...change };
      timer ??= setTimeout(flush, writeDelay);
    },
    flush,
  };
}

function read(file: string): { content: Remembered; mayWrite: boolean } {
  const nothing = remembered.parse({});
  try {
    return { content: remembered.parse(JSON.parse(readFileSync(file, 'utf8'))), mayWrite: true };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { content: nothing, mayWrite: true };
    return { content: nothing, mayWrite: putAside(file) };
  }
}

function putAside(file: string): boolean {
  const aside = `${file}.unreadable-${Date.now()}`;
  try {
    renameSync(file, aside);
    console.error(`What the windows remembered could not be read and was put aside as ${aside}.`);
    return true;
  } catch (error) {
    console.error('What the windows remembered could not be read or put aside:', codeOf(error));
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
