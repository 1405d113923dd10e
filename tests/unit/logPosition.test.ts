import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogPosition, lackOf } from '../../src/main/core/rules/logPosition.ts';

const WORD = 2 ** 32;
const word = fc.integer({ min: 0, max: WORD - 1 });
const position = fc.record({ sequence: word, salts: fc.tuple(word, word), frames: fc.nat(100_000) });

/** The same log after it began anew so many times, with other random numbers and as many frames as it may have. */
const begunAnew = ({ sequence, salts }: LogPosition, times: number, salt: number, frames: number): LogPosition => ({
  sequence: (sequence + times) % WORD,
  salts: [(salts[0] + times) % WORD, salt],
  frames,
});

describe('a log that is found', () => {
  test('lacks nothing when it went on, also when it began anew meanwhile', () => {
    fc.assert(
      fc.property(position, fc.nat(1000), fc.nat(1000), word, (noted, more, times, salt) => {
        expect(lackOf(noted, { ...noted, frames: noted.frames + more })).toBeNull();
        if (times > 0) expect(lackOf(noted, begunAnew(noted, times, salt, more))).toBeNull();
      }),
    );
  });

  test('lacks something when it is gone, is shorter, or is an older one of itself', () => {
    fc.assert(
      fc.property(position, fc.nat(), fc.integer({ min: 1, max: 1000 }), word, (noted, frames, times, salt) => {
        expect(lackOf(noted, null)).toBe('LOG_GONE');
        if (frames < noted.frames) expect(lackOf(noted, { ...noted, frames })).toBe('LOG_SHORT');
        expect(lackOf(noted, begunAnew(noted, WORD - times, salt, frames))).toBe('LOG_OTHER');
      }),
    );
  });

  test('of another store is another one', () => {
    fc.assert(
      fc.property(position, position, (noted, other) => {
        fc.pre((other.sequence - noted.sequence + WORD) % WORD !== (other.salts[0] - noted.salts[0] + WORD) % WORD);
        expect(lackOf(noted, other)).toBe('LOG_OTHER');
      }),
    );
  });
});
