import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useApi } from '../../app/api.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './LateHandOvers.module.css';
import { REFRESH_MS } from './useHandOvers.ts';
import { useHandOverWords } from './useHandOverWords.ts';

/** What should have been done by now: who was to do it, for whom, and since when. */
export function LateHandOvers() {
  const t = useTexts();
  const now = useNow();
  const titleId = useId();
  const words = useHandOverWords();
  const { queries } = useApi();
  const { data: late = [] } = useQuery(queries.handOvers.late.queryOptions({ refetchInterval: REFRESH_MS }));
  if (late.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        <IconClockExclamation size="1.15em" aria-hidden="true" />
        {t('handOvers:late.title')}
        <small>{t('handOvers:late.help')}</small>
      </h3>
      <ul className={styles.list}>
        {late.map((handOver) => (
          <li key={handOver.id} className={styles.row}>
            <b>{handOver.receiverName ?? t(`handOvers:role.${handOver.receiverRole}`)}</b>
            <span>{t(`handOvers:late.line.${handOver.kind}`, { name: words.nameOf(handOver) })}</span>
            <span className={styles.since}>
              {t('handOvers:late.since', { when: words.moment(handOver.dueAt, now) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
