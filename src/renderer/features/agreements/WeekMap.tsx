import type { QuietMoments } from '../../../shared/contract/agreements.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { useWeekdays } from './moments.ts';
import styles from './WeekMap.module.css';

const SHADES = 5;
const WORKING_DAYS = 5;

/** The week by the hour: a table whose figures say it, with a shade that shows it at a glance. */
export function WeekMap({ quiet }: { quiet: QuietMoments }) {
  const t = useTexts();
  const format = useFormat();
  const short = useWeekdays('short');
  const long = useWeekdays('long');
  const lastDay = Math.max(WORKING_DAYS, ...quiet.hours.map(({ weekday }) => weekday));
  const weekdays = Array.from({ length: lastDay }, (_, index) => index + 1);
  const inUse = quiet.hours.map(({ hour }) => hour);
  const first = Math.min(...inUse);
  const hours = Array.from({ length: Math.max(...inUse) - first + 1 }, (_, index) => first + index);
  const most = Math.max(...quiet.hours.map(({ contacts }) => contacts));

  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const contactsIn = (weekday: number, hour: number) =>
    quiet.hours.find((cell) => cell.weekday === weekday && cell.hour === hour)?.contacts;
  const isProposed = (weekday: number, hour: number) =>
    quiet.proposed.some((moment) => moment.weekday === weekday && moment.from === clock(hour));

  return (
    <details className={styles.details}>
      <summary>{t('agreements:form.weekMap')}</summary>
      <small>{t('agreements:form.weekMapExplain', { count: quiet.weeks })}</small>
      <table className={styles.map} aria-label={t('agreements:form.weekMap')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('agreements:form.hour')}</span>
            </th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" aria-label={long[weekday - 1]}>
                {short[weekday - 1]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{clock(hour)}</th>
              {weekdays.map((weekday) => {
                const contacts = contactsIn(weekday, hour);
                const proposed = isProposed(weekday, hour);
                return (
                  <td
                    key={weekday}
                    data-shade={contacts === undefined ? 0 : Math.ceil((contacts / most) * SHADES)}
                    data-proposed={proposed}
                    title={proposed ? t('agreements:form.proposed') : undefined}
                  >
                    {contacts === undefined ? '–' : format.number(contacts)}
                    {proposed && <span className="visually-hidden"> {t('agreements:form.proposed')}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
