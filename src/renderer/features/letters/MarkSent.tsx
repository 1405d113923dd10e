import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type SentWay, sentWay } from '../../../shared/contract/letters.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { SubmitButton } from '../../components/SubmitButton.tsx';
import styles from './MeasureLetters.module.css';

/** When a letter went out, and how. */
export function MarkSent({ letterId }: { letterId: number }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const [on, setOn] = useState(() => format.dayOf(Date.now()));
  const [way, setWay] = useState<SentWay>('post');
  const mark = useMutation(queries.letters.markSent.mutationOptions());
  return (
    <form
      className={styles.send}
      onSubmit={(event) => {
        event.preventDefault();
        mark.mutate({ letterId, on, way });
      }}
    >
      <DayField label={t('letters:list.sentDate')} value={on} onChange={setOn} />
      <label>
        {t('letters:list.sentBy')}
        <select
          className={styles.field}
          value={way}
          onChange={(event) => setWay(sentWay.catch(way).parse(event.currentTarget.value))}
        >
          {sentWay.options.map((option) => (
            <option key={option} value={option}>
              {t(`letters:sentWay.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <SubmitButton variant="default" ready={on !== ''} loading={mark.isPending}>
        {t('letters:list.markSent')}
      </SubmitButton>
      {mark.isError && <FieldError>{t('letters:list.failed')}</FieldError>}
    </form>
  );
}
