import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { fold } from './searchText.ts';

/** What somebody typed in the search field, read in every way it can be meant. */
export interface SearchQuery {
  /** Lower-case words without accents, each the beginning of a word of a name. */
  words: string[];
  /** The first national digits of a telephone number, without prefixes; null when it is no number. */
  digits: string | null;
  /** The last digits of a number, exactly as typed; null when they are too few to tell. */
  lastDigits: string | null;
  /** A date of birth, `1961-04-12`; null when it is none. */
  birthDate: string | null;
}

/**
 * The digits of a Dutch number without its prefix, however it was written: `06 12…`, `+31 6 12…`,
 * `0031612…` and `0612…` all give `612…`. A number of another country keeps its country code.
 */
export function nationalDigits(text: string): string {
  const digits = text.replace(/\(0\)/g, '').replace(/\D/g, '');
  const international = text.trim().startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null;
  if (international === null) return digits.replace(/^0/, '');
  return international.startsWith('31') ? international.slice(2).replace(/^0/, '') : `00${international}`;
}

const birthDateFormats = [
  'd-M-yyyy',
  'd/M/yyyy',
  'd.M.yyyy',
  'd M yyyy',
  'ddMMyyyy',
  'yyyy-MM-dd',
  'd-M-yy',
  'd/M/yy',
  'd.M.yy',
  'd M yy',
];

/** Reads a date of birth in the notations people use; two-digit years lie in the past hundred years. */
export function parseBirthDate(text: string, now: number): string | null {
  for (const pattern of birthDateFormats) {
    const date = parse(text.trim(), pattern, new Date(now));
    if (!isValid(date)) continue;
    if (pattern.endsWith('yy') && !pattern.endsWith('yyyy') && date.getTime() > now)
      date.setFullYear(date.getFullYear() - 100);
    if (date.getTime() > now || date.getFullYear() < 1890) continue;
    const pad = (value: number) => String(value).padStart(2, '0');
    return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  }
  return null;
}

/** Fewer digits than these match so many numbers that they tell nothing. */
const FEWEST_DIGITS = 3;
const FEWEST_LAST_DIGITS = 4;

export function readSearchQuery(text: string, now: number): SearchQuery {
  const birthDate = parseBirthDate(text, now);
  const looksLikeNumber = /^[\d\s()+./-]+$/.test(text.trim());
  const digits = looksLikeNumber ? nationalDigits(text) : '';
  const typedDigits = looksLikeNumber ? text.replace(/\D/g, '') : '';
  return {
    words: looksLikeNumber ? [] : fold(text).split(' ').filter(Boolean),
    digits: typedDigits.length >= FEWEST_DIGITS && digits !== '' ? digits : null,
    lastDigits: typedDigits.length >= FEWEST_LAST_DIGITS ? typedDigits : null,
    birthDate,
  };
}
