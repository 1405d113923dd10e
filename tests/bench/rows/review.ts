import { seededRandom } from '../../../src/main/core/demo/random.ts';
import { dayOf } from '../../../src/main/core/rules/practiceTime.ts';
import type { TrendQuestion } from '../../../src/shared/contract/trends.ts';
import type { Row } from '../context.ts';
import { median, p95, timed } from '../statistics.ts';

const MOST_MS = 150;
const WARM_UP = 5;
const DAYS = 40;
const DAY = 86_400_000;
const DAYS_BACK = 600;
const TIME_ZONE = 'Europe/Amsterdam';

/** A year of trends by month and half a year by week, whole and narrowed to one kind, as the page asks. */
const questions: TrendQuestion[] = [
  { unit: 'month', until: null, only: null },
  { unit: 'week', until: null, only: null },
  { unit: 'month', until: null, only: { of: 'channel', value: 'phone' } },
  { unit: 'week', until: null, only: { of: 'cause', value: 'waiting' } },
];

/** A day of the review window: today every other time, else any day of the past two years. And the trends. */
export const review: Row = async (context) => {
  const practices = await context.practices();
  const random = seededRandom(7);
  const times: number[][] = practices.map(() => []);
  for (let nth = 0; nth < WARM_UP + DAYS; nth += 1) {
    for (const [index, { client, clock }] of practices.entries()) {
      const date = nth % 2 === 0 ? null : dayOf(clock.now - random.int(1, DAYS_BACK) * DAY, TIME_ZONE);
      const time = await timed(() => client.review.day({ date }));
      const question = questions[nth % questions.length] ?? questions[0];
      const trends = question ? await timed(() => client.trends.report(question)) : 0;
      if (nth >= WARM_UP) times[index]?.push(time, trends);
    }
  }
  return practices.map(({ contacts }, index) => {
    const measured = times[index] ?? [];
    return {
      row: 'review',
      contacts,
      p50_ms: median(measured),
      p95_ms: p95(measured),
      ratio: p95(measured) / MOST_MS,
      target: `p95 ≤ ${MOST_MS} ms`,
      pass: p95(measured) <= MOST_MS,
    };
  });
};
