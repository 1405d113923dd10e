import { Button, NativeSelect } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { readDay } from '../../app/typedTime.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './aftercare.module.css';

const typedAbsence = z.object({ userId: z.number(), from: z.string(), until: z.string() });
type TypedAbsence = z.infer<typeof typedAbsence>;

interface Worker {
  id: number;
  name: string;
}

interface Props {
  /** The worker it is recorded for at first. */
  worker: Worker;
  /** All it can be recorded for, where that is a choice. */
  workers?: readonly Worker[];
  onSaved: () => void;
}

const problems = ['notAPeriod', 'past'] as const;

/** From when until when somebody is not there, and nothing else. */
export function AbsenceForm(props: Props) {
  const { worker, workers } = props;
  return (
    <Unfinished
      form={workers ? 'teamAbsence' : 'ownAbsence'}
      schema={typedAbsence}
      empty={{ userId: worker.id, from: '', until: '' }}
    >
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ worker, workers = [worker], onSaved, typing }: Props & { typing: Typing<TypedAbsence> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm({ defaultValues: typing.start });
  const [problem, setProblem] = useState<string | null>(null);
  useKeepTyping(form, (typed) => {
    setProblem(null);
    if (typed.from === '' && typed.until === '') void safe(typing.drop());
    else typing.keep(typed);
  });
  const chosen = form.watch('userId');
  // Who left the team since it was typed is no choice any more.
  const { id: userId } = workers.find(({ id }) => id === chosen) ?? worker;

  async function save({ from, until }: TypedAbsence): Promise<void> {
    const [firstDay, lastDay] = [readDay(from), readDay(until)];
    if (!firstDay || !lastDay) return setProblem(t('aftercare:absence.problem.empty'));
    const { error } = await safe(client.aftercare.recordAbsence({ userId, firstDay, lastDay }));
    if (!error) {
      form.reset({ userId, from: '', until: '' });
      await safe(typing.drop());
      return onSaved();
    }
    const known = isDefinedError(error) && error.code === 'FIELD' && problems.find((one) => one === error.data.problem);
    setProblem(known ? t(`aftercare:absence.problem.${known}`) : t('aftercare:absence.failed'));
  }

  return (
    <form className={styles.absence} noValidate onSubmit={form.handleSubmit(save)}>
      {workers.length > 1 && (
        <NativeSelect
          label={t('aftercare:absence.who')}
          value={userId}
          data={workers.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={({ target }) => form.setValue('userId', Number(target.value))}
        />
      )}
      {(['from', 'until'] as const).map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field: { value, onChange } }) => (
            <TextField
              label={t(`aftercare:absence.${name}`)}
              placeholder={t('agreements:form.dateExample')}
              maxLength={10}
              value={value}
              invalid={problem !== null}
              onChange={onChange}
            />
          )}
        />
      ))}
      <Button type="submit" variant="default">
        {t('aftercare:absence.add')}
      </Button>
      <div className={styles.problem}>
        {problem ? <FieldError>{problem}</FieldError> : <KeptLine saveState={typing.saveState} />}
      </div>
    </form>
  );
}
