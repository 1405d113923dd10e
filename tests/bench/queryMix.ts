import { type Random, seededRandom } from '../../src/main/core/demo/random.ts';
import type { Practice } from './practices.ts';

interface Person {
  displayName: string;
  birthDate: string;
  /** `06 00123456` */
  number: string;
}

/** Every text that stands in the field while something is typed, letter by letter. */
function typing(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1).trim()).filter(Boolean);
}

function grouped(digits: string, separator: string): string {
  return `06${separator}${digits.slice(2).match(/.{2}/g)?.join(separator) ?? ''}`;
}

/** A word with the slip of a finger in it: a letter too many or too few, another one, or two swapped. */
function misspelt(word: string, random: Random): string {
  const at = random.int(1, Math.max(1, word.length - 2));
  const [before, letter, after, rest] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const slips = [`${letter}${letter}${after}`, after, `e${after}`, `${after}${letter}`];
  return `${before}${random.pick(slips)}${rest}`;
}

/** What somebody may type to find this person, one way each time. */
function waysToAsk({ displayName, birthDate, number }: Person, random: Random): string[] {
  const words = displayName.split(' ');
  const last = words.at(-1) ?? '';
  const first = words[0] ?? '';
  const digits = number.replace(/\D/g, '');
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return [
    last.toLowerCase(),
    `${first} ${last}`.slice(0, random.int(first.length + 2, first.length + 1 + last.length)),
    `${last.slice(0, 4)} ${first.slice(0, 3)}`.toLowerCase(),
    words.slice(1).join(' '),
    digits,
    grouped(digits, '-'),
    `+31${digits.slice(1)}`,
    `0031 ${digits.slice(1, 2)} ${digits.slice(2)}`,
    digits.slice(-4),
    digits.slice(-4),
    `${day}-${month}-${year}`,
    `${Number(day)}/${Number(month)}/${year.slice(2)}`,
    `${day}${month}${year}`,
    misspelt(last, random).toLowerCase(),
    `${misspelt(first, random)} ${misspelt(last, random)}`,
    `van de ${last}`,
    `${last.slice(0, 5)}qx`.toLowerCase(),
    `0699${random.int(100_000, 999_999)}`,
  ];
}

function drawPeople(practice: Practice, count: number, random: Random): Person[] {
  const connection = practice.core.context.core.session.unlocked?.connection;
  if (!connection) throw new Error('the practice is locked');
  const people = connection.prepare<[number], Person>(
    `select displayName, birthDate, number from caller join callerNumber on callerNumber.callerId = caller.id
      where caller.id = ?`,
  );
  return Array.from({ length: count }, () => {
    const person = people.get(random.int(1, practice.people));
    if (!person) throw new Error('the practice has no such person');
    return person;
  });
}

/** Searches as people type them: each a series of texts, one letter longer each time. */
export function drawSearches(practice: Practice, count: number, seed: number): string[][] {
  const random = seededRandom(seed);
  return drawPeople(practice, count, random).map((person) => typing(random.pick(waysToAsk(person, random))));
}
