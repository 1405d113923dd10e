import path from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type LogToVerify, verifyLog } from '../main/core/features/audit/verifying.ts';
import { newCounters } from '../main/core/progress.ts';
import { dataFolderAt, hasStore, holdFolder } from '../main/core/store/folder.ts';
import { readKeyFile } from '../main/core/store/keyFile.ts';
import { unwrapKey } from '../main/core/store/keyWrapping.ts';
import { StoreProblem } from '../main/core/store/problem.ts';
import { normalizeRecoveryKey } from '../main/core/store/recoveryKey.ts';

const usage = `npm run audit:verify -- --data DIR

Checks the audit log of the practice in a data folder, and changes nothing of it. The program must not be open.
Asks for a name and its password; without a name for the recovery key.

Ends with
  0  when the log is whole and every backup was laid beside it
  2  when the log is whole, but no key opens one or more of the backups: those say nothing
  1  when something is wrong with the log, or it could not be checked`;

const exit = { whole: 0, wrong: 1, backupsUnread: 2 } as const;
type Exit = (typeof exit)[keyof typeof exit];

/** What was typed is not right; the message says what to type instead. */
class Mistake extends Error {}

/** What is written while a password is typed. */
const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/** One reader for all questions: what is piped in at once comes line by line. */
const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
const typed = lines[Symbol.asyncIterator]();

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const { value, done } = await typed.next();
  process.stderr.write('\n');
  if (done) throw new Mistake('Nothing was typed.');
  return String(value).trim();
}

async function provedKeys(folder: string): Promise<Pick<LogToVerify, 'dataEncryptionKey' | 'earlier'>> {
  const keys = readKeyFile(dataFolderAt(folder));
  if (!keys) throw new Mistake('--data: there is no practice in this folder.');
  const name = await ask('Name (nothing for the recovery key): ');
  const user = keys.users.find((one) => one.name === name);
  if (name !== '' && !user)
    throw new Mistake(`Nobody has this name here. There are: ${keys.users.map((one) => one.name).join(', ')}.`);
  const secret = await ask(user ? 'Password (not shown): ' : 'Recovery key (not shown): ');
  const holder = user ?? keys.recovery;
  const opened = await unwrapKey(user ? secret : normalizeRecoveryKey(secret), holder.key, keys.earlier);
  if (!opened) throw new Mistake('That is not right: nothing was opened.');
  return { dataEncryptionKey: opened.dataEncryptionKey, earlier: keys.earlier };
}

async function verify(folder: string): Promise<Exit> {
  const keys = await provedKeys(folder);
  const release = holdFolder(dataFolderAt(folder));
  try {
    const { entries, brokenAt, shorter, backups } = await verifyLog({
      folder,
      ...keys,
      counters: newCounters(),
    });
    console.log(
      brokenAt === null
        ? `The chain is whole: ${entries} entries.`
        : `The chain is broken at entry ${brokenAt}; ${entries} entries before it are whole.`,
    );
    for (const at of shorter)
      console.log(`The end of the log was missing at the unlock of ${new Date(at).toISOString()}.`);
    for (const at of backups.differing) {
      console.log(`The backup of ${new Date(at).toISOString()} holds entries that the log does not have.`);
    }
    console.log(`Backups laid beside it: ${backups.read}; not opened by any key: ${backups.unread}.`);
    if (brokenAt !== null || shorter.length > 0 || backups.differing.length > 0) return exit.wrong;
    if (backups.unread === 0) return exit.whole;
    console.log('What is in those could not be compared: ends with 2.');
    return exit.backupsUnread;
  } finally {
    keys.dataEncryptionKey.fill(0);
    release();
  }
}

/** What to say of an error that somebody can do something about; null for a defect. */
function explain(error: unknown): string | null {
  if (error instanceof Mistake) return `${error.message}\nHow it works: npm run audit:verify -- --help`;
  if (!(error instanceof StoreProblem)) return null;
  if (error.problem === 'folderInUse') return '--data: the program has this folder open. Close it first.';
  return `--data: the store or its keys cannot be read (${error.problem}, ${error.code}). Nothing was changed.`;
}

async function main(): Promise<Exit> {
  const { data, help } = parseArgs({
    options: { data: { type: 'string' }, help: { type: 'boolean', default: false } },
  }).values;
  if (help) {
    console.error(usage);
    return exit.whole;
  }
  if (!data) throw new Mistake('--data is missing: name the data folder.');
  const folder = path.resolve(data);
  if (!hasStore(dataFolderAt(folder))) throw new Mistake('--data: there is no practice in this folder.');
  return verify(folder);
}

await main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const explained = explain(error);
    if (explained === null) throw error;
    console.error(explained);
    process.exitCode = exit.wrong;
  })
  .finally(() => lines.close());
