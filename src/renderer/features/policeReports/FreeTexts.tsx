import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FreeText } from '../../../shared/contract/policeReports.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './PoliceDossier.module.css';

/** Every free text, to be read for medical facts; what nobody ticked stays out of the dossier. */
export function FreeTexts({ measureId, texts }: { measureId: number; texts: FreeText[] }) {
  const t = useTexts();
  return (
    <fieldset className={styles.texts}>
      <legend className={styles.legend}>{t('policeReports:review.title')}</legend>
      <Notice tone="due">
        <span>{t('policeReports:review.why')}</span>
      </Notice>
      {texts.length === 0 && <small>{t('policeReports:review.none')}</small>}
      {texts.map((text) => (
        <OneText key={`${text.source} ${text.sourceId}`} measureId={measureId} text={text} />
      ))}
    </fieldset>
  );
}

function OneText({ measureId, text }: { measureId: number; text: FreeText }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const queryClient = useQueryClient();
  const review = useMutation(
    queries.policeReports.reviewText.mutationOptions({
      // Under way until the list has it too, so that the tick does not go back and forth.
      onSettled: () => queryClient.invalidateQueries({ queryKey: queries.policeReports.ofMeasure.key() }),
    }),
  );
  // What was just pressed, until the core has answered.
  const [pressed, setPressed] = useState<boolean | null>(null);
  const { source, sourceId, fingerprint, reviewed } = text;
  const title = `${t(`policeReports:source.${source}`)}, ${format.date(text.at)} ${format.time(text.at)}`;
  return (
    <div className={styles.text}>
      <div className={styles.row}>
        <b>{title}</b>
        {reviewed ? (
          <small>{t('policeReports:review.by', { name: reviewed.byName, when: format.ago(reviewed.at, now) })}</small>
        ) : (
          <Tag>{t('policeReports:review.leftOut')}</Tag>
        )}
      </div>
      <blockquote className={styles.words}>{text.text}</blockquote>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={pressed ?? reviewed !== null}
          aria-label={`${t('policeReports:review.free')}: ${title}`}
          onChange={({ currentTarget: { checked: free } }) => {
            setPressed(free);
            review.mutate({ measureId, source, sourceId, fingerprint, free }, { onSettled: () => setPressed(null) });
          }}
        />
        {t('policeReports:review.free')}
      </label>
      {review.isError && <FieldError>{t('policeReports:review.failed')}</FieldError>}
    </div>
  );
}
