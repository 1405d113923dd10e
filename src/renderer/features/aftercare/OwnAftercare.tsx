import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AftercareOfWorker, Offer } from '../../../shared/contract/aftercare.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './aftercare.module.css';
import { useAftercareWords } from './useAftercareWords.ts';
import { openOffer, useOwnAftercareActions } from './useOwnAftercare.ts';

interface Props {
  aftercare: AftercareOfWorker;
  /** The keys of the sheet are for this one. */
  withKeys: boolean;
}

/** One aftercare as the worker it is for sees it: what comes, what was agreed, and their own answer. */
export function OwnAftercare({ aftercare, withKeys }: Props) {
  const t = useTexts();
  const now = useNow();
  const words = useAftercareWords();
  const { queries } = useApi();
  const { accept, answer, close } = useOwnAftercareActions();
  const repeatWeeks = useQuery(queries.settings.get.queryOptions()).data?.houseRules.aftercare.repeatWeeks;
  const offer = openOffer(aftercare);
  const hint = (key: string) => withKeys && <KeyHint>{key}</KeyHint>;
  const toCome = aftercare.steps.filter(({ state }) => ['later', 'due', 'late'].includes(state));
  return (
    <section className={styles.own} aria-label={words.reason(aftercare, now)}>
      <small>{words.reason(aftercare, now)}</small>
      {offer && (
        <Notice
          tone="calm"
          title={`${words.step(offer.step)}. ${
            offer.acceptedAt === null
              ? t('aftercare:own.offered', { name: offer.offeredByName })
              : t('aftercare:own.accepted', { name: offer.offeredByName })
          }`}
          actions={
            <>
              <Button size="xs" onClick={() => (offer.acceptedAt === null ? accept(offer) : answer(offer, 'taken'))}>
                {offer.acceptedAt === null ? t('aftercare:own.yes') : t('aftercare:own.didTalk')}
                {hint('A')}
              </Button>
              <Button size="xs" variant="default" onClick={() => answer(offer, 'refused')}>
                {t('aftercare:own.no')}
                {hint('S')}
              </Button>
            </>
          }
        >
          {repeatWeeks && <small>{t('aftercare:own.noHint', { count: repeatWeeks })}</small>}
        </Notice>
      )}
      <ol className={styles.toCome}>
        {toCome.map((one) => (
          <li key={one.step} data-next={one.step === aftercare.next?.step}>
            <span>{words.step(one.step)}</span>
            <small>{words.comes(one, now)}</small>
          </li>
        ))}
      </ol>
      <AgreedLines offers={aftercare.offers} />
      <div className={styles.buttons}>
        <Button size="compact-xs" variant="default" onClick={() => close(aftercare)}>
          {t('aftercare:own.end')}
          {hint('D')}
        </Button>
      </div>
    </section>
  );
}

/** What was agreed with the worker. */
export function AgreedLines({ offers }: { offers: readonly Offer[] }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  return offers.map(({ id, agreed, offeredByName, offeredAt }) =>
    agreed.trim() === '' ? null : (
      <p key={id} className={styles.agreed}>
        <small>
          {t('aftercare:own.agreed')} · {offeredByName}, {format.moment(offeredAt, now)}
        </small>
        {agreed.trim()}
      </p>
    ),
  );
}
