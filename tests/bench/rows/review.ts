import { seededRandom } from '../../../src/main/core/demo/random.ts';
import { dayOf } from '../../../src/main/core/rules/practiceTime.ts';
import type { TrendQuestion } from '../../../src/shared/contract/trends.ts';
import type { Row } from '../context.ts';
import type { Practice } from '../practices.ts';
import { figuresOf, noTimes, p95, timed } from '../statistics.ts';

const MOST_MS = 150;
const WARM_UP = 5;
const DAYS = 40;
const DAY = 86_400_000;
const DAYS_BACK = 600;
const TIME_ZONE = 'Europe/Amsterdam';

const wholeYear: TrendQuestion = { unit: 'month', until: null, only: null };

/** A year of trends by month and half a year by week, whole and narrowed to one kind, as the page asks. */
const questions: TrendQuestion[] = [
  wholeYear,
  { unit: 'week', until: null, only: null },
  { unit: 'month', until: null, only: { of: 'channel', value: 'phone' } },
  { unit: 'week', until: null, only: { of: 'cause', value: 'waiting' } },
];

const timesOf = async ({ client }: Practice, date: string | null, question: TrendQuestion): Promise<number[]> => [
  await timed(() => client.review.day({ date })),
  await timed(() => client.trends.report(question)),
];

/** A day of the review window: today every other time, else any day of the past two years. And the trends. */
export const review: Row = async (context) => {
  const twins = await context.twins();
  const random = seededRandom(7);
  const times = twins.map(noTimes);
  for (let nth = 0; nth < WARM_UP + DAYS; nth += 1) {
    for (const [index, { encrypted, plain }] of twins.entries()) {
      const date = nth % 2 === 0 ? null : dayOf(encrypted.clock.now - random.int(1, DAYS_BACK) * DAY, TIME_ZONE);
      const question = questions[nth % questions.length] ?? wholeYear;
      const own = await timesOf(encrypted, date, question);
      const twin = await timesOf(plain, date, question);
      if (nth < WARM_UP) continue;
      times[index]?.own.push(...own);
      times[index]?.plain.push(...twin);
    }
  }
  return twins.map(({ encrypted: { contacts } }, index) => {
    const measured = times[index] ?? noTimes();
    return {
      row: 'review',
      contacts,
      ...figuresOf(measured),
      ratio: p95(measured.own) / MOST_MS,
      target: `p95 ≤ ${MOST_MS} ms`,
      pass: p95(measured.own) <= MOST_MS,
    };
  });
};
