import { randomBytes, randomInt } from 'node:crypto';
import { base32crockford } from '@scure/base';

const BYTES = 20;
const GROUP = 4;

/** A new recovery key: 160 random bits as eight groups of four characters without look-alikes. */
export function newRecoveryKeyGroups(): string[] {
  const text = base32crockford.encode(randomBytes(BYTES));
  return Array.from({ length: text.length / GROUP }, (_, index) => text.slice(index * GROUP, (index + 1) * GROUP));
}

/** The key as it is derived from, however it was typed: case, spaces, dashes and look-alikes do not matter. */
export function normalizeRecoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** Two different groups to type back, counted from 1, in order. */
export function chooseAskedGroups(count: number): number[] {
  const first = randomInt(1, count + 1);
  const second = randomInt(1, count);
  return [first, second >= first ? second + 1 : second].sort((a, b) => a - b);
}
