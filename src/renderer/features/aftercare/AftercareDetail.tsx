import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AftercareOfWorker, MetIncident, Offer } from '../../../shared/contract/aftercare.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import { goToIncident } from '../review/reviewWindow.ts';
import { AftercareHelp } from './AftercareHelp.tsx';
import { AftercareSteps } from './AftercareSteps.tsx';
import styles from './aftercare.module.css';
import { OfferForm } from './OfferForm.tsx';
import { useAftercareWords } from './useAftercareWords.ts';

/** One worker after an incident or a call: what is next, what was agreed, and what to ask. */
export function AftercareDetail({ aftercare }: { aftercare: AftercareOfWorker }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useAftercareWords();
  const { workerName, closed, offers } = aftercare;
  const open = closed ? undefined : offers.find(({ outcome }) => outcome === null);
  const answered = offers.filter(({ outcome }) => outcome !== null);
  return (
    <>
      <div>
        <h3 className={styles.title}>
          {workerName}
          {aftercare.requested && <Tag tone="accent">{t('aftercare:requested')}</Tag>}
        </h3>
        <p>{words.reason(aftercare, now)}</p>
        {aftercare.incident && <ToIncident incident={aftercare.incident} />}
      </div>
      <AftercareSteps aftercare={aftercare} />
      {open && <OfferForm key={open.id} offer={open} workerName={workerName} />}
      {!open && !closed && <Offering key={answered.length} aftercare={aftercare} />}
      {closed && (
        <p className={styles.ended}>
          {t(closed.withdrawn ? `aftercare:withdrawn.${closed.withdrawn}` : 'aftercare:closedBy', {
            name: closed.withdrawn ? workerName : closed.byName,
            when: format.ago(closed.at, now),
          })}
        </p>
      )}
      {answered.length > 0 && <Answered offers={answered} mayTakeBack={!closed?.withdrawn} />}
      {!closed && <AftercareHelp />}
      {!closed?.withdrawn && <Ending aftercare={aftercare} />}
    </>
  );
}

function ToIncident({ incident: { id, occurredAt } }: { incident: MetIncident }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const day = format.dayOf(occurredAt);
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => goToIncident(day === format.dayOf(now) ? null : day, id)}
    >
      {t('aftercare:toIncident')}
    </button>
  );
}

/** What can be offered now; the next step first. */
function Offering({ aftercare }: { aftercare: AftercareOfWorker }) {
  const t = useTexts();
  const words = useAftercareWords();
  const { queries } = useApi();
  const repeatWeeks = useQuery(queries.settings.get.queryOptions()).data?.houseRules.aftercare.repeatWeeks;
  const offer = useMutation(queries.aftercare.offer.mutationOptions());
  const [next, ...others] = aftercare.mayOffer;
  return (
    <div className={styles.offer}>
      <div className={styles.buttons}>
        {next && (
          <Button
            autoFocus
            loading={offer.isPending}
            onClick={() => offer.mutate({ aftercareId: aftercare.id, step: next })}
          >
            {t('aftercare:offer.do', { step: words.stepInLine(next) })}
          </Button>
        )}
        {others.map((step) => (
          <Button
            key={step}
            variant="default"
            disabled={offer.isPending}
            onClick={() => offer.mutate({ aftercareId: aftercare.id, step })}
          >
            {t('aftercare:offer.other', { step: words.stepInLine(step) })}
          </Button>
        ))}
      </div>
      {repeatWeeks && <small>{t('aftercare:offer.repeated', { count: repeatWeeks })}</small>}
      {offer.isError && <FieldError>{t('aftercare:offer.failed')}</FieldError>}
    </div>
  );
}

/** What was answered before, the newest first; the newest can be taken back. */
function Answered({ offers, mayTakeBack }: { offers: readonly Offer[]; mayTakeBack: boolean }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useAftercareWords();
  const { queries } = useApi();
  const takeBack = useMutation(queries.aftercare.answer.mutationOptions());
  const newestFirst = offers.toSorted((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0));
  return (
    <section aria-label={t('aftercare:offer.history')}>
      <h4 className={styles.subtitle}>{t('aftercare:offer.history')}</h4>
      <ul className={styles.history}>
        {newestFirst.map((offer, index) => (
          <li key={offer.id}>
            <span>
              {words.step(offer.step)}: {offer.outcome && t(`aftercare:offer.answered.${offer.outcome}`)}
              <small>
                {' '}
                {offer.offeredByName}, {format.moment(offer.answeredAt ?? now, now)}
              </small>
            </span>
            {offer.agreed.trim() !== '' && <q>{offer.agreed.trim()}</q>}
            {index === 0 && mayTakeBack && (
              <button
                type="button"
                className={styles.link}
                onClick={() => takeBack.mutate({ offerId: offer.id, outcome: null })}
              >
                {t('aftercare:offer.takeBack')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {takeBack.isError && <FieldError>{t('aftercare:offer.failed')}</FieldError>}
    </section>
  );
}

function Ending({ aftercare: { id, closed } }: { aftercare: AftercareOfWorker }) {
  const t = useTexts();
  const { queries } = useApi();
  const close = useMutation(queries.aftercare.close.mutationOptions());
  const reopen = useMutation(queries.aftercare.reopen.mutationOptions());
  const act = closed ? reopen : close;
  return (
    <div className={styles.buttons}>
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ aftercareId: id })}>
        {closed ? t('aftercare:reopen') : t('aftercare:close')}
      </Button>
      {act.isError && <FieldError>{t('aftercare:offer.failed')}</FieldError>}
    </div>
  );
}
