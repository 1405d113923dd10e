import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { HistoryItem } from '../../../shared/contract/callers.ts';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import { CallerStatements } from '../callers/CallerStatements.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import styles from './CallerHistory.module.css';

/** What was noted of this caller besides the incident. */
export function CallerHistory({ incident }: { incident: ReviewedIncident }) {
  const t = useTexts();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h4 id={titleId} className={styles.title}>
        {t('review:incident.history')}
      </h4>
      <History incidentId={incident.id} />
    </section>
  );
}

function History({ incidentId }: { incidentId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const history = useQuery(queries.review.incident.queryOptions({ input: { incidentId } }));
  if (history.isPending) return <small>{t('common:loading')}</small>;
  if (history.isError) return <FieldError>{t('review:failed')}</FieldError>;
  const others = history.data.callerHistory.filter((item) => item.kind !== 'incident' || item.id !== incidentId);
  return (
    <>
      <CallerStatements statements={history.data.statements} />
      {others.length === 0 && <small>{t('review:incident.noHistory')}</small>}
      <ul className={styles.history}>
        {others.map((item) => (
          <Item key={`${item.kind}-${item.id}`} item={item} />
        ))}
      </ul>
    </>
  );
}

function Item({ item }: { item: HistoryItem }) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const isIncident = item.kind === 'incident';
  const what = isIncident ? words.behaviours(item.behaviours) : item.text;
  return (
    <li>
      <div className={styles.when}>
        <span>
          {format.date(item.at)} {format.time(item.at)} · {item.workerName}
        </span>
        {isIncident && <Tag tone="due">{t('review:incident.incident')}</Tag>}
      </div>
      {what && <p className={styles.what}>{what}</p>}
    </li>
  );
}
