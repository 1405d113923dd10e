import { TextInput } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { newTrainingRecord, type Training } from '../../../shared/contract/trainings.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './trainings.module.css';

const typedRecord = z.object({
  userIds: z.array(z.number()),
  doneOn: z.string(),
  certificate: z.string(),
  renewBy: z.string(),
});
type TypedRecord = z.infer<typeof typedRecord>;

interface Props {
  training: Training;
  onClose: () => void;
  onSaved: () => void;
}

/** Who followed a training, together on one day. */
export function RecordForm(props: Props) {
  const format = useFormat();
  const empty = { userIds: [], doneOn: format.dayOf(Date.now()), certificate: '', renewBy: '' };
  return (
    <Unfinished form={`trainingRecord ${props.training.id}`} schema={typedRecord} empty={empty}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

const problemFields = ['userIds', 'doneOn', 'renewBy'] as const;
type Problem = (typeof problemFields)[number] | 'failed';

const problemAt = (field: unknown): Problem => problemFields.find((known) => known === field) ?? 'failed';

function Fields({ training, onClose, onSaved, typing }: Props & { typing: Typing<TypedRecord> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedRecord>({ defaultValues: typing.start });
  const [problem, setProblem] = useState<Problem | null>(null);
  const title = t('trainings:recordTitle', { name: training.name });
  useKeepTyping(form, typing.keep);

  async function save(typed: TypedRecord): Promise<void> {
    const record = { ...typed, trainingId: training.id, renewBy: typed.renewBy === '' ? null : typed.renewBy };
    const checked = newTrainingRecord.safeParse(record);
    if (!checked.success) return setProblem(problemAt(checked.error.issues[0]?.path[0]));
    const { error } = await safe(client.trainings.record(checked.data));
    if (error) return setProblem(problemAt(isDefinedError(error) && error.code === 'FIELD' && error.data.field));
    await safe(typing.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate aria-label={title} onSubmit={form.handleSubmit(save)}>
      <Controller
        control={form.control}
        name="userIds"
        render={({ field: { value, onChange } }) => (
          <Chips title={title} error={problem === 'userIds' ? t('trainings:chooseWho') : null}>
            {training.trainees.map(({ userId, name }) => (
              <Chip
                key={userId}
                selected={value.includes(userId)}
                onToggle={() =>
                  onChange(value.includes(userId) ? value.filter((id) => id !== userId) : [...value, userId])
                }
              >
                {name}
              </Chip>
            ))}
          </Chips>
        )}
      />
      <div className={styles.three}>
        <Controller
          control={form.control}
          name="doneOn"
          render={({ field: { ref, value, onChange } }) => (
            <DayField
              {...{ ref, value, onChange }}
              label={t('trainings:doneOn')}
              problem={problem === 'doneOn' && t('trainings:chooseDay')}
              autoFocus
            />
          )}
        />
        <div>
          <TextInput
            {...form.register('certificate')}
            label={t('trainings:certificate')}
            maxLength={120}
            autoComplete="off"
            aria-describedby="certificate-hint"
          />
          <small id="certificate-hint">{t('trainings:certificateHint')}</small>
        </div>
        <Controller
          control={form.control}
          name="renewBy"
          render={({ field: { ref, value, onChange } }) => (
            <DayField
              {...{ ref, value, onChange }}
              label={t('trainings:renewBy')}
              hint={t('trainings:renewByHint')}
              problem={problem === 'renewBy' && t('trainings:renewLater')}
            />
          )}
        />
      </div>
      <KeptFormButtons typing={typing} onClose={onClose} />
      {problem === 'failed' && <FieldError>{t('trainings:failed')}</FieldError>}
    </form>
  );
}
