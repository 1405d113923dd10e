import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { day } from '../../../shared/contract/base.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './questionnaires.module.css';

interface Props {
  start: string;
  problem: string | null;
  onSubmit: (lastDay: string) => Promise<void>;
  /** The buttons. */
  children: ReactNode;
}

/** Until when a questionnaire is open. */
export function LastDayForm({ start, problem, onSubmit, children }: Props) {
  const t = useTexts();
  const format = useFormat();
  const [lastDay, setLastDay] = useState(start);
  const isDay = day.safeParse(lastDay).success;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay) void onSubmit(lastDay);
      }}
    >
      <div>
        <TextInput
          type="date"
          label={t('questionnaires:lastDay')}
          value={lastDay}
          onChange={({ currentTarget }) => setLastDay(currentTarget.value)}
        />
        {isDay ? <small>{format.longDate(lastDay)}</small> : <FieldError>{t('questionnaires:tooEarly')}</FieldError>}
        {problem && <FieldError>{problem}</FieldError>}
      </div>
      <div className={styles.buttons}>{children}</div>
    </form>
  );
}
