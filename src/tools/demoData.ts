import path from 'node:path';
import { parseArgs } from 'node:util';
import { StoreProblem } from '../main/core/store/problem.ts';
import { type DemoStoreSize, FolderTaken, makeDemoStore } from './demoStore.ts';

const usage = `npm run demo:data -- --folder DIR --people N --contacts N --incidents N [--seed S] [--now INSTANT]

Makes the encrypted store of an invented practice in a folder that holds none yet, and prints one line of JSON.
  --folder     the data folder to make
  --people     how many callers there are
  --contacts   how many contacts they had, over the past two years
  --incidents  how many of those contacts went wrong
  --seed       another number gives other people and other contacts (1)
  --now        the end of those two years, such as 2026-11-20T17:00:00Z (this moment)`;

const steps = {
  writing: 'Writing the people, their contacts and the incidents …',
  locking: 'Locking the store for each worker …',
  counting: 'Counting what the store holds …',
};

/** What was typed is not right; the message says what to type instead. */
class Mistake extends Error {}

function wholeNumber(name: string, typed: string | undefined, most: number): number {
  const example = `for example --${name} 1000`;
  if (typed === undefined) throw new Mistake(`--${name} is missing: add a whole number, ${example}.`);
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(value <= most)) throw new Mistake(`--${name} ${typed}: give a whole number from 0 to ${most}, ${example}.`);
  return value;
}

function instant(typed: string): number {
  const value = Date.parse(typed);
  if (!(value >= 0)) throw new Mistake(`--now ${typed}: give a date with a time, for example 2026-11-20T17:00:00Z.`);
  return value;
}

function typedOptions() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: {
        folder: text,
        people: text,
        contacts: text,
        incidents: text,
        seed: { type: 'string', default: '1' },
        now: text,
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : 'An argument is not right.');
  }
}

function readSize(typed: ReturnType<typeof typedOptions>): DemoStoreSize {
  const size = {
    people: wholeNumber('people', typed.people, 1_000_000),
    contacts: wholeNumber('contacts', typed.contacts, 10_000_000),
    incidents: wholeNumber('incidents', typed.incidents, 1_000_000),
    seed: wholeNumber('seed', typed.seed, 2 ** 31 - 1),
    now: typed.now === undefined ? Date.now() : instant(typed.now),
  };
  if (size.contacts > 0 && size.people === 0)
    throw new Mistake('--people 0: contacts need somebody who called; give at least --people 1, or --contacts 0.');
  if (size.incidents > size.contacts)
    throw new Mistake(
      `--incidents ${size.incidents}: each belongs to a contact; give at most --incidents ${size.contacts}, or more --contacts.`,
    );
  return size;
}

/** What to say of an error that somebody can do something about; null for a defect. */
function explain(error: unknown): string | null {
  if (error instanceof Mistake) return `${error.message}\nAll arguments: npm run demo:data -- --help`;
  if (error instanceof FolderTaken)
    return `--folder ${error.message}: there is a practice in it already, and nothing of it was touched. Name another folder.`;
  if (error instanceof StoreProblem && error.problem === 'folderInUse')
    return '--folder: another program has this folder open. Close it, or name another folder.';
  if (error instanceof StoreProblem && error.problem === 'folderUnwritable')
    return `--folder: nothing can be written there (${error.code}). Name another folder.`;
  return null;
}

async function main(): Promise<void> {
  const typed = typedOptions();
  if (typed.help) {
    console.error(usage);
    return;
  }
  if (!typed.folder) throw new Mistake('--folder is missing: name the folder to make, for example --folder /tmp/demo.');
  const folder = path.resolve(typed.folder);
  const size = readSize(typed);
  const begin = performance.now();
  const made = await makeDemoStore(folder, size, (step) => console.error(steps[step]));
  console.error(`Done in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
  const { users, manager, password, recoveryKey, people, contacts, incidents } = made;
  console.log(JSON.stringify({ folder, users, manager, password, recoveryKey, people, contacts, incidents }));
}

await main().catch((error: unknown) => {
  const explained = explain(error);
  if (explained === null) throw error;
  console.error(explained);
  process.exitCode = 1;
});
