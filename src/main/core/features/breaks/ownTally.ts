import type { Kysely } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import type { Tally } from '../../../../shared/contract/breaks.ts';
import type { BucketRule } from '../../../../shared/contract/settings.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { dropsOf } from '../../rules/bucket.ts';
import { joined } from '../../rules/workTime.ts';
import type { Schema } from '../../store/schema.ts';
import { asCsv } from '../exports/csv.ts';
import { historyOf, keptDays } from './queries.ts';

type Database = Kysely<Schema>;

/** What stands behind a worker's bucket, newest first. */
export async function tallyOf(database: Database, userId: number, rule: BucketRule, now: number): Promise<Tally> {
  const { drops, breaks, snoozes, work } = await historyOf(database, userId, now);
  const newest = <Item extends { from: number }>(items: Item[]) => items.sort((a, b) => b.from - a.from);
  return {
    keptDays,
    drops: drops.map((event) => ({ ...event, drops: dropsOf(event, rule) })).sort((a, b) => b.at - a.at),
    breaks: newest(breaks.map(({ kind, from, until }) => ({ kind, from, until }))),
    snoozes: [...snoozes].reverse(),
    work: newest(joined(work)),
  };
}

/** A tally in rows that a worker can read, and open in a spreadsheet: every word in it is the product's own. */
export function tallyRows(tally: Tally, language: Language, timeZone: string): Uint8Array<ArrayBuffer> {
  const { t } = createI18n(language);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const moment = (at: number | null) => (at === null ? '' : clock.format(at));
  const rows = [
    ...tally.drops.map((event) => {
      const { at: from, drops } = event;
      if (event.kind === 'concern') return { from, until: null, what: t(`breaks:tally.${event.concern}`), drops };
      const how = [t(`incidents:severity.${event.severity}`), t(`incidents:weight.${event.weight}`)].join(', ');
      return { from, until: null, what: `${t('breaks:tally.incident')}: ${how.toLowerCase()}`, drops };
    }),
    ...tally.breaks.map(({ kind, from, until }) => ({ from, until, what: t(`breaks:tally.${kind}`), drops: null })),
    ...tally.snoozes.map((at) => ({ from: at, until: null, what: t('breaks:tally.snooze'), drops: null })),
    ...tally.work.map(({ from, until }) => ({ from, until, what: t('breaks:tally.work'), drops: null })),
  ].sort((a, b) => a.from - b.from);
  return asCsv({
    columns: (['from', 'until', 'what', 'drops'] as const).map((key) => ({ title: t(`breaks:tally.columns.${key}`) })),
    sections: [
      { title: '', rows: rows.map(({ from, until, what, drops }) => [moment(from), moment(until), what, drops]) },
    ],
  });
}

/** The bucket starts anew: what was kept for it is gone, and the worker's own weights with it. */
export async function eraseTally(database: Database, userId: number, now: number): Promise<void> {
  await database.deleteFrom('workSpan').where('userId', '=', userId).execute();
  await database.deleteFrom('breakEvent').where('userId', '=', userId).execute();
  await database.deleteFrom('takeOverRequest').where('userId', '=', userId).execute();
  await database.updateTable('incident').set({ weight: 'asItWas' }).where('userId', '=', userId).execute();
  await database.updateTable('incidentWorker').set({ weight: 'asItWas' }).where('userId', '=', userId).execute();
  await database
    .insertInto('bucketStart')
    .values({ userId, countsFrom: now })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ countsFrom: now }))
    .execute();
}
