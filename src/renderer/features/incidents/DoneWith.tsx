import { useQuery } from '@tanstack/react-query';
import type { DoneWithIncident } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './DoneWith.module.css';

/** Everything that was done with an incident, for whoever met it; a report that leads to nothing visible is the last one. */
export function DoneWith({ incidentId }: { incidentId: number }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const done = useQuery(queries.incidents.done.queryOptions({ input: { incidentId }, refetchOnMount: 'always' })).data;

  const what = (one: DoneWithIncident): string => {
    switch (one.kind) {
      case 'decided':
        return t('incidents:done.decided', { step: t(`measures:step.${one.step}`).toLocaleLowerCase() });
      case 'aftercare':
        return t('incidents:done.aftercare', { step: t(`aftercare:step.${one.step}`).toLocaleLowerCase() });
      case 'asked':
        return t('incidents:done.asked', { question: one.question });
      case 'duplicate':
        return t('incidents:done.duplicate', { name: one.ofWorkerName });
      default:
        return t(`incidents:done.${one.kind}`);
    }
  };
  if (!done) return null;
  return (
    <section>
      <SectionTitle>{t('incidents:done.title')}</SectionTitle>
      {done.length === 0 && <small>{t('incidents:done.nothing')}</small>}
      <ol className={styles.done}>
        {done.map((one) => (
          <li key={`${one.kind}-${one.at}`}>
            <span>{what(one)}</span>
            <small>
              {'byName' in one && `${one.byName}, `}
              {format.moment(one.at, now)}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
