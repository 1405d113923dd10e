import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and are the same again for the same seed. */
export interface Random {
  /** A whole number from `from` up to and with `to`. */
  int(from: number, to: number): number;
  /** From 0 up to 1. */
  fraction(): number;
  pick<Item>(items: readonly Item[]): Item;
}

const STEPS = 2 ** 31 - 1;

export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    int,
    fraction: () => int(0, STEPS - 1) / STEPS,
    pick(items) {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
