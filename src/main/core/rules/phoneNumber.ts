import { type PhoneNumber as LibraryNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import { nationalDigits } from './searchQuery.ts';
import { fold } from './searchText.ts';

export interface PhoneNumber {
  /** As it is shown: Dutch numbers in the national notation, others with their country code. */
  number: string;
  digits: string;
  reversedDigits: string;
}

/** What a telephone shows, or a worker types, when the number is withheld. */
const hidden = new Set([
  ...['anoniem', 'onbekend', 'afgeschermd', 'verborgen', 'geheim', 'prive', 'privenummer', 'geen nummer'],
  ...[
    'anoniem nummer',
    'onbekend nummer',
    'nummer onbekend',
    'anonieme beller',
    'onbekende beller',
    'geen nummerweergave',
  ],
  ...['anonymous', 'unknown', 'withheld', 'hidden', 'private', 'private number', 'unknown number', 'no caller id'],
  ...['no number', 'unavailable', 'unknown caller', 'anonymous caller'],
]);

/** Whether these are words for a number that was not shown. */
export function isHiddenNumber(typed: string): boolean {
  return hidden.has(fold(typed));
}

const SHORTEST_INTERNAL = 2;
const LONGEST_INTERNAL = 6;
/** Digits of a Dutch number without the zero in front. */
const DUTCH_LENGTH = 9;

/** Reads a number in any notation, an internal extension or a short code too; null when it can be none. */
export function readPhoneNumber(typed: string): PhoneNumber | null {
  const digits = typed.replace(/[\s().-]/g, '');
  const parsed = parsePhoneNumberFromString(typed, 'NL');
  if (parsed?.isPossible() && !isCutShort(parsed)) {
    const number = parsed.country === 'NL' ? parsed.formatNational() : parsed.formatInternational();
    return withDigits(number, nationalDigits(parsed.number));
  }
  const isInternal =
    /^[1-9]\d*$/.test(digits) && digits.length >= SHORTEST_INTERNAL && digits.length <= LONGEST_INTERNAL;
  return isInternal ? withDigits(digits, digits) : null;
}

/** `06 123` is only the beginning of a Dutch number. Service numbers are as short as they are. */
function isCutShort({ countryCallingCode, nationalNumber }: LibraryNumber): boolean {
  const isService = /^0?(800|90[069])/.test(nationalNumber);
  return countryCallingCode === '31' && !isService && nationalNumber.length < DUTCH_LENGTH;
}

function withDigits(number: string, digits: string): PhoneNumber {
  return { number, digits, reversedDigits: [...digits].reverse().join('') };
}
