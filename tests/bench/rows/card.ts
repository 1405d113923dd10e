import { seededRandom } from '../../../src/main/core/demo/random.ts';
import type { Row } from '../context.ts';
import { median, p95, timed } from '../statistics.ts';

const MOST_MS = 5;
const WARM_UP = 60;
const CARDS = 400;

/** The card of a caller, with history and flags; every time another caller. */
export const card: Row = async (context) => {
  const practices = await context.practices();
  const random = seededRandom(5);
  const times: number[][] = practices.map(() => []);
  for (let nth = 0; nth < WARM_UP + CARDS; nth += 1) {
    for (const [index, { client, people }] of practices.entries()) {
      const callerId = random.int(1, people);
      const time = await timed(() => client.callers.card({ callerId }));
      if (nth >= WARM_UP) times[index]?.push(time);
    }
  }
  return practices.map(({ contacts }, index) => {
    const measured = times[index] ?? [];
    return {
      row: 'card',
      contacts,
      p50_ms: median(measured),
      p95_ms: p95(measured),
      ratio: p95(measured) / MOST_MS,
      target: `p95 ≤ ${MOST_MS} ms`,
      pass: p95(measured) <= MOST_MS,
    };
  });
};
