import { useQuery } from '@tanstack/react-query';
import type { Repeats as Found } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { RestrictedNotice } from '../callers/Restricted.tsx';
import { RepeatItem } from './RepeatItem.tsx';
import styles from './Repeats.module.css';
import { useStepWords } from './useStepWords.ts';

/** Everything a caller did before, in one look: what holds now, then each incident with what was decided then. */
export function Repeats({ callerId }: { callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const found = useQuery(queries.incidents.repeats.queryOptions({ input: { callerId }, refetchOnMount: 'always' }));
  const words = useStepWords();
  if (found.isPending) return <p>{t('common:loading')}</p>;
  if (found.isError) return <FieldError>{t('incidents:repeats.failed')}</FieldError>;
  const { restrictedSince, inYear, inAll, incidents, otherSteps } = found.data;
  return (
    <div className={styles.repeats}>
      {restrictedSince !== null && <RestrictedNotice since={restrictedSince} />}
      <p className={styles.counts}>
        <b>{t('incidents:repeats.inYear', { count: inYear })}</b>
        <span>{t('incidents:repeats.inAll', { count: inAll })}</span>
      </p>
      <Standing found={found.data} />
      <section>
        <SectionTitle>{t('incidents:repeats.past')}</SectionTitle>
        {incidents.length === 0 && <small>{t('incidents:repeats.nothingPast')}</small>}
        <ol className={styles.line}>
          {incidents.map((incident) => (
            <RepeatItem key={incident.id} incident={incident} />
          ))}
        </ol>
      </section>
      {otherSteps.length > 0 && (
        <section>
          <SectionTitle>{t('incidents:repeats.otherSteps')}</SectionTitle>
          <ul>
            {otherSteps.map((step) => (
              <li key={step.id}>{words.decided(step)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What holds now; that emergencies get through stands with every limit. */
function Standing({ found: { standing, agreements } }: { found: Found }) {
  const t = useTexts();
  const format = useFormat();
  const words = useStepWords();
  const today = format.dayOf(Date.now());
  const running = agreements.filter(({ endedAt, lastDay }) => endedAt === null && lastDay >= today);
  if (standing.length === 0 && running.length === 0) {
    return (
      <Notice tone="plain" title={t('incidents:repeats.now')}>
        {t('incidents:repeats.nothingNow')}
      </Notice>
    );
  }
  const isBanned = standing.some(({ step, state }) => step === 'contactBan' && state === 'running');
  return (
    <Notice tone={isBanned ? 'stop' : 'due'} title={t('incidents:repeats.now')}>
      {standing.map((step) => (
        <span key={step.id}>{words.standing(step)}</span>
      ))}
      {running.map(({ id, callsPerWeek, lastDay }) => (
        <span key={id}>
          {t('incidents:repeats.agreement', { count: callsPerWeek })},{' '}
          {t('incidents:repeats.until', { date: format.shortDate(lastDay) })}
        </span>
      ))}
      <b>{t('measures:emergencies')}</b>
    </Notice>
  );
}
