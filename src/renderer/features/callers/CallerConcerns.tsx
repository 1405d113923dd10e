import { IconHeart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './CallerConcerns.module.css';

/** Calls of concern, apart from what happened otherwise and never as something against the caller. */
export function CallerConcerns({ callerId }: { callerId: number }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const { data: concerns = [] } = useQuery(queries.distress.ofCaller.queryOptions({ input: { callerId } }));
  if (concerns.length === 0) return null;
  return (
    <section className={styles.concerns}>
      <SectionTitle>
        <IconHeart size="1em" aria-hidden="true" className={styles.icon} /> {t('callers:concerns')}
      </SectionTitle>
      <ul className={styles.list}>
        {concerns.map((concern) => (
          <li key={concern.id}>
            {format.ago(concern.at, now)} · {concern.workerName} ·{' '}
            {t(
              concern.finding ? `distress:finding.${concern.finding}` : `distress:kind.${concern.kind}`,
            ).toLocaleLowerCase()}
            <small> → {t(`distress:handedOverTo.${concern.handedOverTo}`).toLocaleLowerCase()}</small>
          </li>
        ))}
      </ul>
      <small>{t('callers:concernsHelp')}</small>
    </section>
  );
}
