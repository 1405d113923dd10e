import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { readDay } from '../../app/typedTime.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './aftercare.module.css';

interface Props {
  userId: number | null;
  onSaved: () => void;
  /** Above the days: for whom, where that is a choice. */
  children?: ReactNode;
}

const problems = ['notAPeriod', 'past'] as const;

/** From when until when somebody is not there, and nothing else. */
export function AbsenceForm({ userId, onSaved, children }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const [typed, setTyped] = useState({ from: '', until: '' });
  const [problem, setProblem] = useState<string | null>(null);

  const field = (name: 'from' | 'until') => ({
    label: t(`aftercare:absence.${name}`),
    placeholder: t('agreements:form.dateExample'),
    maxLength: 10,
    value: typed[name],
    invalid: problem !== null,
    onChange: (value: string) => {
      setTyped({ ...typed, [name]: value });
      setProblem(null);
    },
  });

  async function save(): Promise<void> {
    const [firstDay, lastDay] = [readDay(typed.from), readDay(typed.until)];
    if (!firstDay || !lastDay || userId === null) return setProblem(t('aftercare:absence.problem.empty'));
    const { error } = await safe(client.aftercare.recordAbsence({ userId, firstDay, lastDay }));
    if (!error) {
      setTyped({ from: '', until: '' });
      return onSaved();
    }
    const known = isDefinedError(error) && error.code === 'FIELD' && problems.find((one) => one === error.data.problem);
    setProblem(known ? t(`aftercare:absence.problem.${known}`) : t('aftercare:absence.failed'));
  }

  return (
    <form
      className={styles.absence}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {children}
      <TextField {...field('from')} />
      <TextField {...field('until')} />
      <Button type="submit" variant="default">
        {t('aftercare:absence.add')}
      </Button>
      {problem && (
        <div className={styles.problem}>
          <FieldError>{problem}</FieldError>
        </div>
      )}
    </form>
  );
}
