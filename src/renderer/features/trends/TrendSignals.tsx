import type { TrendReport } from '../../../shared/contract/trends.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import styles from './trends.module.css';
import { eventsOf, useTrendWords } from './useTrendWords.ts';

const SHOWN = 3;

/** The weeks that are out of the ordinary, the newest first, each with its figures and what happened in it. */
export function TrendSignals({ report: { unit, periods, events } }: { report: TrendReport }) {
  const t = useTexts();
  const words = useTrendWords();
  if (unit !== 'week') return null;
  const remarkable = periods
    .flatMap((period) => (period.signal ? [{ period, signal: period.signal }] : []))
    .reverse()
    .slice(0, SHOWN);
  return (
    <div className={styles.signals}>
      {remarkable.length === 0 && <p>{t('trends:signal.none')}</p>}
      {remarkable.map(({ period, signal }) => {
        const beside = eventsOf(events, period).map(({ event }) => words.event(event));
        return (
          <Notice
            key={period.from}
            tone={signal.direction === 'above' ? 'due' : 'calm'}
            title={words.signal(signal, period)}
          >
            {beside.length > 0 && <span>{t('trends:signal.beside', { events: beside.join(', ') })}</span>}
          </Notice>
        );
      })}
      <details>
        <summary>{t('trends:signal.rule')}</summary>
        <p>{t('trends:signal.ruleText')}</p>
      </details>
    </div>
  );
}
