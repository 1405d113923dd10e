import { useId } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { withCapital } from './dates.ts';
import { type DayRate, ratesOf } from './rates.ts';
import styles from './WeekRates.module.css';

/** The week in bars with their figures; a table says the same to a screen reader. */
export function WeekRates({ day }: { day: ReviewDay }) {
  const t = useTexts();
  const format = useFormat();
  const titleId = useId();
  const usual = day.usualPerHundred;
  const rates = ratesOf(day.week, usual);
  const unusual = rates.filter((rate) => rate.unusual).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0))[0];
  const usualText = usual === null ? '' : format.number(usual);

  const sentence = () => {
    if (rates.every((rate) => rate.rate === null)) return t('review:week.empty');
    if (usual === null) return t('review:week.noUsual');
    if (!unusual) return t('review:week.usual', { value: usualText });
    const [weekday] = format.longDate(unusual.date).split(/[\s,]/);
    return t('review:week.above', {
      day: withCapital(weekday ?? ''),
      value: format.number(unusual.rate ?? 0),
      usual: usualText,
      margin: format.number(unusual.margin ?? 0),
    });
  };

  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {t('review:week.title')}
      </h3>
      <small>{sentence()}</small>
      <Bars rates={rates} usual={usual} chosenDate={day.date} />
      <RatesTable rates={rates} />
    </section>
  );
}

interface BarsProps {
  rates: DayRate[];
  usual: number | null;
  chosenDate: string;
}

function Bars({ rates, usual, chosenDate }: BarsProps) {
  const t = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const highest = Math.max(usual ?? 0, ...rates.map(({ rate }) => rate ?? 0), 0.1);
  const share = (rate: number) => `${(rate / highest) * 100}%`;
  return (
    <div className={styles.chart} aria-hidden="true">
      <div className={styles.plot}>
        {usual !== null && (
          <div
            className={styles.usual}
            style={{ bottom: share(usual) }}
            title={t('review:week.usualLine', { value: format.number(usual) })}
          />
        )}
        {rates.map(({ date, rate, unusual }) => (
          <div key={date} className={styles.day} data-chosen={date === chosenDate} data-unusual={unusual}>
            <div className={styles.bar} style={{ height: share(rate ?? 0) }}>
              {rate !== null && <span className={styles.value}>{format.number(rate)}</span>}
            </div>
          </div>
        ))}
      </div>
      <div className={styles.weekdays}>
        {rates.map(({ date, rate }) => (
          <span key={date} data-chosen={date === chosenDate} data-none={rate === null}>
            {weekday.format(Date.parse(date))}
          </span>
        ))}
      </div>
    </div>
  );
}

function RatesTable({ rates }: { rates: DayRate[] }) {
  const t = useTexts();
  const format = useFormat();
  return (
    <table className="visually-hidden">
      <caption>{t('review:week.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('review:week.day')}</th>
          <th scope="col">{t('review:week.contacts')}</th>
          <th scope="col">{t('review:week.incidents')}</th>
          <th scope="col">{t('review:week.perHundred')}</th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ date, contacts, incidents, rate }) => (
          <tr key={date}>
            <th scope="row">{format.longDate(date)}</th>
            <td>{contacts}</td>
            <td>{incidents}</td>
            <td>{rate === null ? t('review:week.none') : format.number(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
