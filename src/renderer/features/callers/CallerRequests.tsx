import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './CallerMerges.module.css';

/** What the caller asked about their own data, and what became of it: for managers. */
export function CallerRequests({ callerId }: { callerId: number }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const { data: requests = [] } = useQuery(queries.privacy.requestsOfCaller.queryOptions({ input: { callerId } }));
  if (requests.length === 0) return null;
  return (
    <section>
      <SectionTitle>{t('callers:requests.title')}</SectionTitle>
      <ul className={styles.list}>
        {requests.map(({ id, kind, receivedOn, dueOn, outcome, answer }) => (
          <li key={id}>
            {t(`callers:requests.kind.${kind}`)} ·{' '}
            {outcome
              ? t(`callers:requests.${outcome}`, { answer })
              : t('callers:requests.open', { asked: format.shortDate(receivedOn), due: format.shortDate(dueOn) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
