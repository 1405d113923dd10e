import { safe } from '@orpc/client';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { day } from '../../../shared/contract/base.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import styles from './questionnaires.module.css';

interface Props {
  /** Under which name the day is kept while it is chosen. */
  form: string;
  start: string;
  problem: string | null;
  /** Whether it was saved. */
  onSubmit: (lastDay: string) => Promise<boolean>;
  /** The buttons. */
  children: ReactNode;
}

/** Until when a questionnaire is open. */
export function LastDayForm(props: Props) {
  return (
    <Unfinished form={props.form} schema={z.string()} empty={props.start}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ problem, onSubmit, children, typing }: Props & { typing: Typing<string> }) {
  const t = useTexts();
  const [lastDay, setLastDay] = useState(typing.start);
  const isDay = day.safeParse(lastDay).success;

  async function submit(): Promise<void> {
    if (isDay && (await onSubmit(lastDay))) await safe(typing.drop());
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <DayField
          label={t('questionnaires:lastDay')}
          value={lastDay}
          onChange={(typed) => {
            setLastDay(typed);
            typing.keep(typed);
          }}
          problem={isDay ? problem : t('questionnaires:tooEarly')}
        />
      </div>
      <div className={styles.buttons}>
        {children}
        <KeptLine saveState={typing.saveState} />
      </div>
    </form>
  );
}
