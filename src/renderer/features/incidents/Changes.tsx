import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { IncidentChange } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './Changes.module.css';
import { useFactWords } from './useFactWords.ts';

/** Who changed what in an incident, when, from what to what; and what rests on how it was. */
export function Changes({ incidentId }: { incidentId: number }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const found = useQuery(queries.incidents.changes.queryOptions({ input: { incidentId }, refetchOnMount: 'always' }));
  if (found.isPending) return <p>{t('common:loading')}</p>;
  if (found.isError) return <FieldError>{t('incidents:changes.failed')}</FieldError>;
  const { changes, measures } = found.data;
  const oldest = changes.at(-1);
  const resting = measures.filter(({ decidedAt }) => changes.some(({ at }) => at >= decidedAt));
  return (
    <div className={styles.changes}>
      {!oldest && <p>{t('incidents:changes.none')}</p>}
      {resting.map(({ id, step, decidedAt }) => (
        <Notice key={id} tone="plain">
          {t('incidents:changes.rests', { step: t(`measures:step.${step}`), date: format.date(decidedAt) })}
        </Notice>
      ))}
      {changes.map((change) => (
        <Change key={change.at} change={change} />
      ))}
    </div>
  );
}

function Change({ change }: { change: IncidentChange }) {
  const t = useTexts();
  const format = useFormat();
  const wordsOf = useFactWords();
  const { at, byName: name, how, why, fields, before, after } = change;
  return (
    <section className={styles.change}>
      <div className={styles.head}>
        <b>{t(`incidents:changes.${how}`, { name })}</b>
        <small>
          {format.date(at)} {format.time(at)}
        </small>
      </div>
      {why && <p className={styles.why}>“{why}”</p>}
      <dl className={styles.fields}>
        {fields.map((field) => (
          <div key={field}>
            <dt>{t(`incidents:fact.${field}`)}</dt>
            <dd>
              <del>
                <span className="visually-hidden">{t('incidents:changes.was')}: </span>
                {wordsOf(field, before) || t('incidents:changes.empty')}
              </del>
              <IconArrowRight size="1em" aria-hidden="true" />
              <ins>
                <span className="visually-hidden">{t('incidents:changes.became')}: </span>
                {wordsOf(field, after) || t('incidents:changes.empty')}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
