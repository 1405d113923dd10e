import type { Language } from '../../../../shared/contract/base.ts';
import type { Attention, LateItem, ReviewDay } from '../../../../shared/contract/review.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { letterDates } from '../letters/values.ts';
import type { DayReport } from './dayReportDocument.ts';

interface Setting {
  language: Language;
  timeZone: string;
  practiceName: string;
  madeByName: string;
  now: number;
  /** Names of callers stay out unless somebody asks for them. */
  withCallers: boolean;
  /** Callers whose data is restricted: they are named on no paper. */
  unnamed: ReadonlySet<number>;
}

/** A day in words for one page; `attention` is what is late now, and null for a day that is over. */
export function dayReportOf(day: ReviewDay, attention: Attention | null, setting: Setting): DayReport {
  const { language, timeZone, practiceName, withCallers, unnamed, now, madeByName } = setting;
  const { t } = createI18n(language);
  const dates = letterDates(language, timeZone);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  interface Named {
    callerId: number | null;
    callerName: string | null;
  }
  const isUnnamed = ({ callerId }: Named) => callerId !== null && unnamed.has(callerId);
  const caller = (one: Named) =>
    withCallers && one.callerName && !isUnnamed(one) ? one.callerName : t('dayReport:aCaller');
  // What was due on a day is late from midnight on: that is said as the day.
  const when = (at: number) => (dates.time(at) === '00:00' ? dates.date(at) : `${dates.date(at)} ${dates.time(at)}`);

  const late = (item: LateItem): string => {
    const since = t('dayReport:since', { when: when(item.since) });
    switch (item.kind) {
      case 'aftercare':
        return `${t('review:attention.aftercare', { name: item.workerName, step: t(`aftercare:step.${item.step}`).toLowerCase() })}, ${since}`;
      case 'handOver': {
        const who = item.receiverName ?? t(`handOvers:role.${item.receiverRole}`);
        return `${t(`review:attention.${item.what}`, { who, name: caller(item) })}, ${since}`;
      }
      case 'answer':
        return `${t('review:attention.answer', { name: caller(item) })}, ${since}`;
      case 'policeReport':
        return `${t('review:attention.policeReport', { name: caller(item) })}, ${since}`;
      case 'access':
        return t('review:attention.access');
      case 'retention':
        return t('review:attention.retention', { count: item.goes });
      case 'log':
        return t(`review:attention.log.${item.problem}`);
      case 'backup':
        return item.lastAt === null
          ? t('review:attention.noBackup')
          : t('review:attention.backup', { when: when(item.lastAt) });
    }
  };

  const shares = withCallers ? [0.08, 0.13, 0.24, 0.25, 0.13, 0.17] : [0.08, 0.16, 0, 0.4, 0.16, 0.2];
  const columns = (['time', 'worker', 'caller', 'what', 'severity', 'status'] as const)
    .map((name, index) => ({ name, title: t(`review:table.${name}`), share: shares[index] ?? 0 }))
    .filter(({ share }) => share > 0);
  const rows = day.incidents.map((incident) => {
    const cells = {
      time: dates.time(incident.occurredAt),
      worker: incident.workerName,
      caller: isUnnamed(incident)
        ? t('dayReport:restrictedCaller')
        : (incident.callerName ?? t('review:table.unknownCaller')),
      what: incident.behaviours.map((one) => t(`incidents:behaviour.${one}`).toLowerCase()).join(', '),
      severity: t(`incidents:severity.${incident.severity}`).toLowerCase(),
      status: t(`review:status.${incident.status}`),
    };
    return columns.map(({ name }) => cells[name]);
  });

  const rate = (value: number | null) => (value === null ? '–' : number.format(value));
  const causes = day.causes.map(({ cause, count }) => `${t(`incidents:cause.${cause}`).toLowerCase()} ${count}`);
  return {
    ...{ language, practiceName },
    title: t('dayReport:title', { day: dates.day(day.date) }),
    madeBy: t('dayReport:madeBy', { name: madeByName, when: when(now) }),
    figures: [
      t('dayReport:figures', {
        contacts: day.contacts,
        incidents: day.counted,
        rate: rate(day.perHundred),
        usual: rate(day.usualPerHundred),
      }),
      t('dayReport:openLine', { toReview: day.toReview, toComplete: day.toComplete }),
      ...(causes.length > 0 ? [t('dayReport:causes', { causes: causes.join(', ') })] : []),
      ...(attention
        ? [t('dayReport:aftercare', { onTime: attention.aftercare.onTime, running: attention.aftercare.running })]
        : []),
    ],
    incidents: { columns: columns.map(({ title, share }) => ({ title, share })), rows },
    decided: day.decided.map((one) =>
      t('dayReport:decision', { step: t(`measures:step.${one.step}`), name: caller(one), by: one.byName }),
    ),
    late: attention ? attention.late.map(late) : [t('dayReport:lateOnlyToday')],
  };
}
