import type { Row } from '../context.ts';
import { drawSearches } from '../queryMix.ts';
import { figuresOf, noTimes, p95, timed } from '../statistics.ts';

const MOST_MS = 10;
const MOST_GROWTH = 3;
/** The size that the growth is counted from. */
const SMALL = 10_000;
const WARM_UP = 60;
const SEARCHES = 400;
const SHOWN_RESULTS = 8;

/** Every letter that somebody types in the search field, through the contract. */
export const search: Row = async (context) => {
  const twins = await context.twins();
  const searches = twins.map(({ encrypted }) => drawSearches(encrypted, WARM_UP + SEARCHES, 3));
  const times = twins.map(noTimes);
  for (let nth = 0; nth < WARM_UP + SEARCHES; nth += 1) {
    for (const [index, { encrypted, plain }] of twins.entries()) {
      for (const query of searches[index]?.[nth] ?? []) {
        const own = await timed(() => encrypted.client.callers.search({ query, limit: SHOWN_RESULTS }));
        const twin = await timed(() => plain.client.callers.search({ query, limit: SHOWN_RESULTS }));
        if (nth < WARM_UP) continue;
        times[index]?.own.push(own);
        times[index]?.plain.push(twin);
      }
    }
  }
  const small = twins.findIndex(({ encrypted }) => encrypted.contacts === SMALL);
  const smallP95 = small >= 0 ? p95(times[small]?.own ?? []) : null;
  return twins.map(({ encrypted: { contacts } }, index) => {
    const measured = times[index] ?? noTimes();
    const ratio = smallP95 === null ? null : p95(measured.own) / smallP95;
    return {
      row: 'search',
      contacts,
      ...figuresOf(measured),
      ratio,
      target: `p95 ≤ ${MOST_MS} ms and ≤ ${MOST_GROWTH} × its p95 at ${SMALL.toLocaleString('en')}`,
      pass: p95(measured.own) <= MOST_MS && (ratio === null || ratio <= MOST_GROWTH),
      note: `${measured.own.length} searches`,
    };
  });
};
