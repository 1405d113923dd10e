import { useId } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { eventsOf, useTrendWords } from '../trends/useTrendWords.ts';
import { withCapital } from './dates.ts';
import styles from './WeekRates.module.css';

const eventsOfDay = (events: ReviewDay['events'], date: string) => eventsOf(events, { from: date, lastDay: date });

/** The week in bars with their figures, beside what happened; a table says the same to a screen reader. */
export function WeekRates({ day }: { day: ReviewDay }) {
  const t = useTexts();
  const words = useTrendWords();
  const titleId = useId();
  const title = useTitle(day);
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      <small>
        <Said day={day} />
      </small>
      <Bars day={day} />
      <RatesTable day={day} title={title} />
      {day.events.length > 0 && (
        <ul className={styles.events}>
          {day.events.map((event, index) => (
            <li key={event.id}>
              {t('review:week.event', {
                letter: words.letter(index),
                event: words.event(event),
                when: words.range(event.from, event.lastDay),
              })}
            </li>
          ))}
        </ul>
      )}
      {day.usualPerHundred !== null && <small className={styles.rule}>{t('review:week.rule')}</small>}
    </section>
  );
}

/** Which week it is: the one that is going on, or one of before. */
function useTitle({ week }: ReviewDay): string {
  const t = useTexts();
  const format = useFormat();
  const today = format.dayOf(Date.now());
  const [from, lastDay] = [week[0]?.date ?? today, week.at(-1)?.date ?? today];
  if (lastDay >= today) return t('review:week.title');
  return t('review:week.titlePast', { from: format.shortDate(from), lastDay: format.shortDate(lastDay) });
}

/** What stands out, or that nothing does. */
function Said({ day: { week, usualPerHundred } }: { day: ReviewDay }) {
  const t = useTexts();
  const format = useFormat();
  const words = useTrendWords();
  if (week.every(({ perHundred }) => perHundred === null)) return t('review:week.empty');
  if (usualPerHundred === null) return t('review:week.noUsual');
  const unusual = week.flatMap(({ date, signal }) => (signal ? [{ date, signal }] : []));
  if (unusual.length === 0) return t('review:week.usual', { value: format.number(usualPerHundred) });
  return unusual
    .map(({ date, signal }) =>
      t(`review:week.${signal.direction}`, { day: withCapital(words.weekday(date)), ...words.figures(signal) }),
    )
    .join(' ');
}

function Bars({ day: { week, usualPerHundred: usual, date: chosenDate, events } }: { day: ReviewDay }) {
  const t = useTexts();
  const format = useFormat();
  const words = useTrendWords();
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const highest = Math.max(usual ?? 0, ...week.map(({ perHundred }) => perHundred ?? 0), 0.1);
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
        {week.map(({ date, perHundred, signal }) => (
          <div key={date} className={styles.day} data-chosen={date === chosenDate} data-unusual={signal !== null}>
            <div className={styles.bar} style={{ height: share(perHundred ?? 0) }}>
              {perHundred !== null && <span className={styles.value}>{format.number(perHundred)}</span>}
            </div>
          </div>
        ))}
      </div>
      <div className={styles.weekdays}>
        {week.map(({ date, perHundred }) => (
          <span key={date} data-chosen={date === chosenDate} data-none={perHundred === null}>
            {weekday.format(Date.parse(date))}
            {eventsOfDay(events, date).map(({ index }) => (
              <b key={index}> {words.letter(index)}</b>
            ))}
          </span>
        ))}
      </div>
    </div>
  );
}

function RatesTable({ day: { week, events }, title }: { day: ReviewDay; title: string }) {
  const t = useTexts();
  const format = useFormat();
  const words = useTrendWords();
  const columns = ['day', 'contacts', 'incidents', 'perHundred', 'remarkable'] as const;
  return (
    // A table grows with its words; only what is around it can be kept small.
    <div className="visually-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`review:week.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.map(({ date, contacts, incidents, perHundred, signal }) => (
            <tr key={date}>
              <th scope="row">{format.longDate(date)}</th>
              <td>{contacts}</td>
              <td>{incidents}</td>
              <td>{perHundred === null ? t('review:week.none') : format.number(perHundred)}</td>
              <td>
                {[
                  ...(signal ? [words.shortSignal(signal)] : []),
                  ...eventsOfDay(events, date).map(({ event }) => words.event(event)),
                ].join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
