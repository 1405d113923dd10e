import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { nationalDigits } from './searchQuery.ts';

export interface PhoneNumber {
  /** As it is shown: Dutch numbers in the national notation, others with their country code. */
  number: string;
  digits: string;
  reversedDigits: string;
}

const SHORTEST_INTERNAL = 2;
const LONGEST_INTERNAL = 6;

/** Reads a number in any notation, an internal extension or a short code too; null when it can be none. */
export function readPhoneNumber(typed: string): PhoneNumber | null {
  const parsed = parsePhoneNumberFromString(typed, 'NL');
  if (parsed?.isPossible()) {
    const number = parsed.country === 'NL' ? parsed.formatNational() : parsed.formatInternational();
    return withDigits(number, nationalDigits(parsed.number));
  }
  const digits = typed.replace(/[\s().-]/g, '');
  const isInternal = /^\d+$/.test(digits) && digits.length >= SHORTEST_INTERNAL && digits.length <= LONGEST_INTERNAL;
  // `0031` and the like are only the beginning of a number.
  return isInternal && nationalDigits(digits) !== '' ? withDigits(digits, nationalDigits(digits)) : null;
}

function withDigits(number: string, digits: string): PhoneNumber {
  return { number, digits, reversedDigits: [...digits].reverse().join('') };
}
