import { useQuery } from '@tanstack/react-query';
import type { Measure } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { MeasureLetters } from '../letters/MeasureLetters.tsx';
import { RestrictedCallerNotice } from '../privacy/RestrictedCaller.tsx';
import { goToMeasure } from '../review/reviewWindow.ts';
import { AnswerClock } from './AnswerClock.tsx';
import { Chain } from './Chain.tsx';
import { MeasureActions } from './MeasureActions.tsx';
import styles from './measures.module.css';
import { Objections } from './Objections.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import { StateTag } from './StateTag.tsx';
import { useMeasureWords } from './useMeasureWords.ts';

/** One measure: what was decided and why, what it stands on, and what can be done with it. */
export function MeasureDetail({ measureId }: { measureId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const found = useQuery(queries.measures.detail.queryOptions({ input: { measureId } }));
  if (found.isPending) return <p>{t('common:loading')}</p>;
  if (found.isError) return <FieldError>{t('review:failed')}</FieldError>;
  const { measure, incidents, objections, ofCaller } = found.data;
  const others = ofCaller.filter(({ id }) => id !== measure.id);
  return (
    <>
      <h3 className={styles.title}>
        {measure.callerName}, {t(`measures:step.${measure.step}`).toLocaleLowerCase()} <StateTag measure={measure} />
      </h3>
      <RestrictedCallerNotice callerId={measure.callerId} before="deciding" />
      <Facts measure={measure} />
      {measure.answer && (
        <AnswerClock
          callerId={measure.callerId}
          measureId={measure.id}
          before={measure.answer.told ? null : measure.answer.before}
          told={measure.answer.told}
        />
      )}
      <MeasureActions measure={measure} incidents={incidents} />
      {measure.from === null && <OutcomeForm measure={measure} />}
      <MeasureLetters measureId={measure.id} callerId={measure.callerId} step={measure.step} />
      <Chain title={t('measures:detail.chain')} incidents={incidents} none={t('measures:detail.noChain')} />
      <Objections objections={objections} callerId={measure.callerId} />
      {others.length > 0 && (
        <section>
          <h4 className={styles.subtitle}>{t('measures:detail.others')}</h4>
          <ul className={styles.facts}>
            {others.map((other) => (
              <Other key={other.id} measure={other} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Other({ measure }: { measure: Measure }) {
  const t = useTexts();
  const format = useFormat();
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => goToMeasure(measure.id)}>
        {format.date(measure.decidedAt)} · {t(`measures:step.${measure.step}`)}
      </button>{' '}
      <StateTag measure={measure} />
    </li>
  );
}

function Facts({ measure }: { measure: Measure }) {
  const t = useTexts();
  const format = useFormat();
  const { decidedAt, decidedByName, from, lastDay, reviewDay, reviewedAt, lifted, step } = measure;
  return (
    <>
      <p className={styles.text}>{measure.reason}</p>
      <div className={styles.facts}>
        <span>{t('measures:detail.decided', { name: decidedByName, date: format.date(decidedAt) })}</span>
        {from !== null && lastDay !== null && (
          <span>
            {t('measures:detail.period', { from: format.shortDate(from), lastDay: format.shortDate(lastDay) })}
          </span>
        )}
        {reviewDay !== null && reviewedAt === null && (
          <span>{t('measures:detail.review', { date: format.shortDate(reviewDay) })}</span>
        )}
        {reviewedAt !== null && <span>{t('measures:detail.reviewed', { date: format.date(reviewedAt) })}</span>}
        {measure.replaces && <Before replaces={measure.replaces} />}
        {lifted && (
          <span>
            {t('measures:detail.lifted', { name: lifted.byName, date: format.date(lifted.at), reason: lifted.reason })}
          </span>
        )}
      </div>
      {step === 'contactBan' && <Covers measure={measure} />}
    </>
  );
}

function Before({ replaces }: { replaces: NonNullable<Measure['replaces']> }) {
  const t = useTexts();
  return (
    <span>
      <button type="button" className={styles.link} onClick={() => goToMeasure(replaces.id)}>
        {t(`measures:detail.replaces.${replaces.as}`)}
      </button>
    </span>
  );
}

function Covers({ measure: { channels, scope, scopeName, staysOpen } }: { measure: Measure }) {
  const t = useTexts();
  const words = useMeasureWords();
  return (
    <Notice tone="plain" title={t('measures:detail.closed', { channels: words.channels(channels) })}>
      {scope !== 'everything' && <span>{t(`measures:desk.scope.${scope}`, { name: scopeName })}</span>}
      <span>
        {t('measures:detail.staysOpen')}: {staysOpen}
      </span>
      <b>{t('measures:emergencies')}</b>
    </Notice>
  );
}
