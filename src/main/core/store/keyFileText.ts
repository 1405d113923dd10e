import { createHash } from 'node:crypto';

/*
 * The text of the key file holds its content twice, each time with a checksum: readable, and in one word of base64. One
 * bit that is turned over anywhere damages one of the two at most.
 */

/** What was wrong with a key file: the copy in it was good, or not either. */
export type KeyFileDamage = 'mended' | 'unmended';

interface KeyFileContent {
  content: unknown;
  damage: KeyFileDamage | null;
  /** Whether it may stay as it is; one from before there was a copy may not. */
  isWhole: boolean;
}

/** Without the quote behind it: that one may be what is damaged. */
const COPY_LINE = ',\n  "copy":';
const longestWord = /[A-Za-z0-9+/=]{200,}/g;

const sumOf = (content: object): string => createHash('sha256').update(JSON.stringify(content)).digest('base64');

const copyOf = (content: object): string =>
  Buffer.from(JSON.stringify({ ...content, sum: sumOf(content) })).toString('base64');

export function keyFileText(content: object): string {
  return `${JSON.stringify({ ...content, sum: sumOf(content), copy: copyOf(content) }, null, 2)}\n`;
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return value instanceof Object ? value : null;
  } catch {
    return null;
  }
}

/** The content without its checksum and copy, as far as it can be read. */
function readableIn(text: string): { content: object; sum: unknown; copy: unknown } | null {
  // A copy that is damaged must not make the rest unreadable.
  const object = parsed(text) ?? parsed(`${text.slice(0, Math.max(0, text.indexOf(COPY_LINE)))}}`);
  if (!object) return null;
  const { sum, copy, ...content }: { sum?: unknown; copy?: unknown } = object;
  return { content, sum, copy };
}

/** What the copy says, found by its length alone; null when it is not what was written. */
function copyIn(text: string): object | null {
  const [word] = (text.match(longestWord) ?? []).toSorted((a, b) => b.length - a.length);
  const found = word && readableIn(Buffer.from(word, 'base64').toString('utf8'));
  return found && found.sum === sumOf(found.content) ? found.content : null;
}

/** Reads a key file, from its copy when the rest is damaged; null when nothing of it can be read. */
export function readKeyFileText(text: string): KeyFileContent | null {
  const readable = readableIn(text);
  if (readable && readable.sum === sumOf(readable.content)) {
    const { content, copy } = readable;
    return { content, damage: null, isWhole: copy === copyOf(content) };
  }
  const copied = copyIn(text);
  if (copied) return { content: copied, damage: 'mended', isWhole: false };
  if (!readable) return null;
  const { content, sum, copy } = readable;
  const isFromBefore = sum === undefined && copy === undefined;
  return { content, damage: isFromBefore ? null : 'unmended', isWhole: false };
}
