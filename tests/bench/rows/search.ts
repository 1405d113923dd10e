import type { Row } from '../context.ts';
import { drawSearches } from '../queryMix.ts';
import { median, p95, timed } from '../statistics.ts';

const MOST_MS = 10;
const MOST_GROWTH = 3;
/** The size that the growth is counted from. */
const SMALL = 10_000;
const WARM_UP = 60;
const SEARCHES = 400;
const SHOWN_RESULTS = 8;

/** Every letter that somebody types in the search field, through the contract. */
export const search: Row = async (context) => {
  const practices = await context.practices();
  const searches = practices.map((practice) => drawSearches(practice, WARM_UP + SEARCHES, 3));
  const times: number[][] = practices.map(() => []);
  for (let nth = 0; nth < WARM_UP + SEARCHES; nth += 1) {
    for (const [index, { client }] of practices.entries()) {
      for (const query of searches[index]?.[nth] ?? []) {
        const time = await timed(() => client.callers.search({ query, limit: SHOWN_RESULTS }));
        if (nth >= WARM_UP) times[index]?.push(time);
      }
    }
  }
  const small = practices.findIndex(({ contacts }) => contacts === SMALL);
  const smallP95 = small >= 0 ? p95(times[small] ?? []) : null;
  return practices.map(({ contacts }, index) => {
    const measured = times[index] ?? [];
    const ratio = smallP95 === null ? null : p95(measured) / smallP95;
    return {
      row: 'search',
      contacts,
      p50_ms: median(measured),
      p95_ms: p95(measured),
      ratio,
      target: `p95 ≤ ${MOST_MS} ms and ≤ ${MOST_GROWTH} × its p95 at ${SMALL.toLocaleString('en')}`,
      pass: p95(measured) <= MOST_MS && (ratio === null || ratio <= MOST_GROWTH),
      note: `${measured.length} searches`,
    };
  });
};
