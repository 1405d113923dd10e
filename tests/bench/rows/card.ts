import { seededRandom } from '../../../src/main/core/demo/random.ts';
import type { Row } from '../context.ts';
import { figuresOf, noTimes, p95, timed } from '../statistics.ts';

const MOST_MS = 5;
const WARM_UP = 60;
const CARDS = 400;

/** The card of a caller, with history and flags; every time another caller. */
export const card: Row = async (context) => {
  const twins = await context.twins();
  const random = seededRandom(5);
  const times = twins.map(noTimes);
  for (let nth = 0; nth < WARM_UP + CARDS; nth += 1) {
    for (const [index, { encrypted, plain }] of twins.entries()) {
      const callerId = random.int(1, encrypted.people);
      const own = await timed(() => encrypted.client.callers.card({ callerId }));
      const twin = await timed(() => plain.client.callers.card({ callerId }));
      if (nth < WARM_UP) continue;
      times[index]?.own.push(own);
      times[index]?.plain.push(twin);
    }
  }
  return twins.map(({ encrypted: { contacts } }, index) => {
    const measured = times[index] ?? noTimes();
    return {
      row: 'card',
      contacts,
      ...figuresOf(measured),
      ratio: p95(measured.own) / MOST_MS,
      target: `p95 ≤ ${MOST_MS} ms`,
      pass: p95(measured.own) <= MOST_MS,
    };
  });
};
