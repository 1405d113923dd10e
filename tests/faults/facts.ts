import { z } from 'zod';

/**
 * Something that a practice was told is saved: what it is about, and what must be found there. The same key again
 * says that it changed.
 */
export interface Fact {
  key: string;
  value: string;
}

/** One line of a busy core: what it is about to ask (`begin`), or what was answered (`done`). */
export interface Line extends Fact {
  at: 'begin' | 'done';
}

const line = z.object({ at: z.enum(['begin', 'done']), key: z.string(), value: z.string() });

/** Every whole line of what a busy core wrote before it was stopped. */
export function readLines(output: string): Line[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((text) => line.parse(JSON.parse(text)));
}

/** What may be found for each key: the last that was acknowledged, or what was asked since and not answered. */
export function expectedOf(lines: readonly Line[]): Map<string, { allowed: (string | null)[]; pending: boolean }> {
  const expected = new Map<string, { allowed: (string | null)[]; pending: boolean }>();
  for (const { at, key, value } of lines) {
    const before = expected.get(key)?.allowed ?? [null];
    expected.set(
      key,
      at === 'done' ? { allowed: [value], pending: false } : { allowed: [...before, value], pending: true },
    );
  }
  return expected;
}
