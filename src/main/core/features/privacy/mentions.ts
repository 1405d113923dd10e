import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import {
  type LeftMention,
  leftMention,
  type MentionChoice,
  type MentionedIn,
  mentionedIn,
  type Mention as ShownMention,
} from '../../../../shared/contract/privacyMentions.ts';
import { type Counters, cancel } from '../../progress.ts';
import { excerptOf, mentionedInOf, withoutMentions } from '../../rules/mentions.ts';
import type { CoreServices } from '../../services.ts';
import { callerReferences, rowsHangingOn } from '../../store/callerReferences.ts';
import { type Mention, readMentioned, takeOutMention, writeMentioned } from '../../store/mentions.ts';
import type { Schema } from '../../store/schema.ts';
import { callerNameOf, inTransactionUndone } from './mentionQueries.ts';

type Database = Kysely<Schema>;

const MOST_SHOWN = 200;

const placeOf = ({ tableName, columnName, id }: Mention): string => `${tableName} ${columnName} ${id}`;
const kindOf = ({ tableName }: Mention): MentionedIn => mentionedIn.parse(mentionedInOf(tableName));
/** What is kept as a list of fields: another wording would make it unreadable. */
const isPlain = (text: string): boolean => !/^[[{]/.test(text);

interface Looking {
  core: CoreServices;
  database: Database;
  dataEncryptionKey: Uint8Array;
  counters: Counters;
}

/** Where a caller is named in texts that are not about them, looked for on the other thread. */
export async function mentionsOfOthers(
  { core, database, dataEncryptionKey, counters }: Looking,
  callerId: number,
  words: readonly string[],
): Promise<Mention[]> {
  const { folder } = core.session.dataFolder;
  const found = await core.offMainThread.run('findMentions', { folder, dataEncryptionKey, words, counters });
  const own = await rowsHangingOn(database, callerId);
  return found.filter(({ tableName, id }) => typeof id === 'string' || !own.get(tableName)?.has(id));
}

/** The same for somebody who waits for it, until they leave or ask something else. */
export async function lookForMentions(
  { core, database, dataEncryptionKey: key }: Omit<Looking, 'counters'>,
  callerId: number,
  words: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Mention[]> {
  const { workUnderWay } = core.session;
  workUnderWay.stop('nameSearch');
  return workUnderWay.runWithKey('nameSearch', key, (dataEncryptionKey, counters) => {
    signal?.addEventListener('abort', () => cancel(counters), { once: true });
    return mentionsOfOthers({ core, database, dataEncryptionKey, counters }, callerId, words);
  });
}

/** Which of the texts may change, tried and undone. */
async function thatMayChange(database: Database, mentions: readonly Mention[], words: readonly string[]) {
  const may = new Set<Mention>();
  await inTransactionUndone(database, async (transaction) => {
    for (const mention of mentions) if (await takeOutMention(transaction, mention, words, '')) may.add(mention);
  });
  return may;
}

/** The texts as a manager reads them before anything is erased. */
export async function showMentions(
  database: Database,
  mentions: readonly Mention[],
  words: readonly string[],
  label: string,
): Promise<{ mentions: ShownMention[]; more: number }> {
  const shown = mentions.slice(0, MOST_SHOWN);
  const may = await thatMayChange(database, shown, words);
  const references = await callerReferences(database);
  const read: ShownMention[] = [];
  for (const mention of shown) {
    const text = (await readMentioned(database, mention)) ?? '';
    const what = kindOf(mention);
    const mayChange = may.has(mention);
    const isReadable = what !== 'halfTyped';
    read.push({
      ...{ place: placeOf(mention), what, mayChange },
      aboutName: await callerNameOf(database, mention, references),
      excerpt: isReadable ? excerptOf(text, words) : null,
      without: isReadable && mayChange && isPlain(text) ? withoutMentions(text, words, label) : null,
    });
  }
  return { mentions: read, more: mentions.length - shown.length };
}

interface Settling {
  words: readonly string[];
  label: string;
  choices: ReadonlyMap<string, MentionChoice>;
}

async function settleOne(database: Database, mention: Mention, { words, label, choices }: Settling) {
  const choice = choices.get(placeOf(mention)) ?? { how: 'takeOut' };
  const what = kindOf(mention);
  const text = (await readMentioned(database, mention)) ?? '';
  // It went, or was put in other words, since it was found.
  if (withoutMentions(text, words, label) === text) return null;
  // The reason is kept, so it may not say the name either.
  if (choice.how === 'leave') return { what, reason: withoutMentions(choice.reason, words, label) };
  const isReworded = choice.how === 'reword' && what !== 'halfTyped' && isPlain(text);
  const done = isReworded
    ? await writeMentioned(database, mention, withoutMentions(choice.text, words, label))
    : await takeOutMention(database, mention, words, label);
  return done ? null : { what, reason: null };
}

/** Takes the name out of texts about others, or does what was chosen; answers how many are done, and where it stands still. */
export async function settleMentions(
  database: Database,
  mentions: readonly Mention[],
  settling: Settling,
): Promise<{ mentions: number; left: LeftMention[] }> {
  const left: LeftMention[] = [];
  for (const mention of mentions) {
    const standing = await settleOne(database, mention, settling);
    if (standing) left.push(standing);
    await setImmediate();
  }
  return { mentions: mentions.length - left.length, left };
}

/** What was left, as it is kept with a request. */
export const keptLeft = leftMention.array();
