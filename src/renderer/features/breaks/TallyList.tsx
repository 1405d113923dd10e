import type { Tally } from '../../../shared/contract/breaks.ts';
import { useFormat } from '../../app/format.ts';
import { type Texts, useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './TallySheet.module.css';

interface Line {
  from: number;
  /** The same as `from` for a moment, null while it lasts. */
  until: number | null;
  what: string;
  drops: number | null;
}

function linesOf(tally: Tally, t: Texts): Line[] {
  const moment = (at: number, what: string, drops: number | null = null): Line => ({
    from: at,
    until: at,
    what,
    drops,
  });
  const lines = [
    ...tally.drops.map((event) => {
      if (event.kind === 'concern') return moment(event.at, t(`breaks:tally.${event.concern}`), event.drops);
      const how = [t(`incidents:severity.${event.severity}`), t(`incidents:weight.${event.weight}`)].join(', ');
      return moment(event.at, `${t('breaks:tally.incident')}: ${how.toLocaleLowerCase()}`, event.drops);
    }),
    ...tally.breaks.map(({ kind, from, until }) => ({ from, until, what: t(`breaks:tally.${kind}`), drops: null })),
    ...tally.snoozes.map((at) => moment(at, t('breaks:tally.snooze'))),
    ...tally.work.map(({ from, until }) => ({ from, until, what: t('breaks:tally.work'), drops: null })),
  ];
  return lines.sort((a, b) => b.from - a.from);
}

/** What happened, what was taken and when there was work, by day, newest first. */
export function TallyList({ tally }: { tally: Tally }) {
  const t = useTexts();
  const format = useFormat();
  const lines = linesOf(tally, t);
  if (lines.length === 0) return <p>{t('breaks:tally.empty')}</p>;
  const timeOf = ({ from, until }: Line) => {
    if (until === null) return `${format.time(from)} – ${t('breaks:tally.stillRunning')}`;
    return format.time(from) === format.time(until)
      ? format.time(from)
      : `${format.time(from)} – ${format.time(until)}`;
  };
  return [...Map.groupBy(lines, ({ from }) => format.dayOf(from))].map(([day, ofDay]) => (
    <section key={day}>
      <SectionTitle>{format.longDate(day)}</SectionTitle>
      <ul className={styles.list}>
        {ofDay.map((line) => (
          <li key={`${line.from} ${line.what}`} className={styles.line}>
            <span className={styles.time}>{timeOf(line)}</span>
            <span>{line.what}</span>
            {line.drops !== null && (
              <span className={styles.drops}>
                {t('breaks:tally.drops', { count: line.drops, shown: format.number(line.drops) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}
