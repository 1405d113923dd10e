import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AftercareOutcome, Offer } from '../../../shared/contract/aftercare.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { createSaver } from '../../app/saver.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import styles from './aftercare.module.css';
import { useAftercareWords } from './useAftercareWords.ts';

const LONGEST_AGREEMENT = 400;

/** An offer that was made: what is agreed, kept with every key, and what the worker said. */
export function OfferForm({ offer, workerName: name }: { offer: Offer; workerName: string }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useAftercareWords();
  const { client, queries } = useApi();
  const [agreed, setAgreed] = useState(offer.agreed);
  const [kept, setKept] = useState(true);
  const keeper = useMemo(
    () =>
      createSaver(
        (text: string) => client.aftercare.keepAgreed({ offerId: offer.id, agreed: text }),
        (state) => setKept(state !== 'failed'),
      ),
    [client, offer.id],
  );
  const answer = useMutation(queries.aftercare.answer.mutationOptions());
  const say = (outcome: AftercareOutcome) => {
    if (answer.isPending) return;
    void keeper.flush().then(() => answer.mutate({ offerId: offer.id, outcome }));
  };
  useShortcuts('view', { 'Ctrl+Enter': () => say('taken') });

  return (
    <div className={styles.offer}>
      <p>
        {t('aftercare:offer.made', {
          step: words.step(offer.step),
          name: offer.offeredByName,
          when: format.ago(offer.offeredAt, now),
        })}
        {offer.acceptedAt !== null && <b> {t('aftercare:offer.wanted', { name })}</b>}
      </p>
      <Textarea
        autoFocus
        label={t('aftercare:offer.agreed')}
        placeholder={t('aftercare:offer.agreedExample')}
        aria-describedby="agreed-hint"
        rows={2}
        maxLength={LONGEST_AGREEMENT}
        value={agreed}
        onChange={({ target }) => {
          setAgreed(target.value);
          keeper.change(target.value);
        }}
      />
      <small id="agreed-hint">{t('aftercare:offer.agreedHint', { name })}</small>
      <div className={styles.buttons}>
        <Button loading={answer.isPending} aria-keyshortcuts="Control+Enter" onClick={() => say('taken')}>
          {t('aftercare:offer.taken')}
          <KeyHint>Ctrl ⏎</KeyHint>
        </Button>
        <Button variant="default" disabled={answer.isPending} onClick={() => say('refused')}>
          {t('aftercare:offer.refused')}
        </Button>
      </div>
      {(answer.isError || !kept) && <FieldError>{t('aftercare:offer.failed')}</FieldError>}
    </div>
  );
}
