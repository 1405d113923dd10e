import { IconLifebuoy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useApi } from '../../app/api.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import late from '../handOvers/LateHandOvers.module.css';
import { goToAftercare } from '../review/reviewWindow.ts';
import styles from './aftercare.module.css';
import { useAftercareWords } from './useAftercareWords.ts';

/** Colleagues who should have been talked to by now, at the top of the manager's day. */
export function LateAftercare() {
  const t = useTexts();
  const now = useNow();
  const titleId = useId();
  const words = useAftercareWords();
  const { queries } = useApi();
  const running = useQuery(queries.aftercare.list.queryOptions({ refetchInterval: 60_000 })).data?.running ?? [];
  const items = running.flatMap(({ id, workerName, next }) =>
    next?.state === 'late' ? [{ id, workerName, next }] : [],
  );
  if (items.length === 0) return null;
  return (
    <section className={late.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={late.title}>
        <IconLifebuoy size="1.15em" aria-hidden="true" />
        {t('aftercare:attention.title')}
      </h3>
      <ul className={late.list}>
        {items.map(({ id, workerName, next }) => (
          <li key={id} className={late.row}>
            <b>{workerName}</b>
            <button type="button" className={styles.link} onClick={() => goToAftercare(id)}>
              {words.step(next.step)}
            </button>
            <span className={late.since}>{words.when(next, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
