import { Select, TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { type Training, trainingDetails, trainingKind } from '../../../shared/contract/trainings.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import styles from '../team/team.module.css';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';

const typedTraining = z.object({
  name: z.string(),
  kind: trainingKind,
  validMonths: z.string(),
  retired: z.boolean(),
});
type TypedTraining = z.infer<typeof typedTraining>;

const usualValidity = '24';

interface Props {
  /** Null for a new one. */
  training: Training | null;
  onClose: () => void;
  onSaved: () => void;
}

export function TrainingForm(props: Props) {
  const { training } = props;
  const empty: TypedTraining = {
    name: training?.name ?? '',
    kind: training?.kind ?? 'aggression',
    validMonths: training ? String(training.validMonths ?? '') : usualValidity,
    retired: training?.retired ?? false,
  };
  return (
    <Unfinished form={training ? `training ${training.id}` : 'training'} schema={typedTraining} empty={empty}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ training, onClose, onSaved, typing }: Props & { typing: Typing<TypedTraining> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedTraining>({ defaultValues: typing.start });
  const [problem, setProblem] = useState<'name' | 'validMonths' | 'failed' | null>(null);
  useKeepTyping(form, typing.keep);

  async function save({ retired, ...typed }: TypedTraining): Promise<void> {
    const months = typed.validMonths.trim();
    const checked = trainingDetails.safeParse({ ...typed, validMonths: months === '' ? null : Number(months) });
    if (!checked.success) {
      const field = checked.error.issues[0]?.path[0] === 'validMonths' ? 'validMonths' : 'name';
      setProblem(field);
      return form.setFocus(field);
    }
    const details = checked.data;
    const saving = training
      ? client.trainings.update({ trainingId: training.id, details, retired })
      : client.trainings.add(details);
    const failed = await saving.then(
      () => false,
      () => true,
    );
    if (failed) return setProblem('failed');
    await safe(typing.drop());
    onSaved();
  }

  return (
    <Section title={training ? t('trainings:changeTitle', { name: training.name }) : t('trainings:addTitle')}>
      <form className={styles.fields} noValidate onSubmit={form.handleSubmit(save)}>
        <div>
          <TextInput
            {...form.register('name')}
            label={t('trainings:name')}
            placeholder={t('trainings:nameExample')}
            maxLength={120}
            autoFocus
            autoComplete="off"
            aria-invalid={problem === 'name'}
          />
          {problem === 'name' && <FieldError>{t('setup:required')}</FieldError>}
        </div>
        <Controller
          control={form.control}
          name="kind"
          render={({ field }) => (
            <Select
              {...field}
              label={t('trainings:kindLabel')}
              data={trainingKind.options.map((value) => ({ value, label: t(`trainings:kind.${value}`) }))}
            />
          )}
        />
        <div>
          <TextInput
            {...form.register('validMonths')}
            label={t('trainings:validMonths')}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            aria-invalid={problem === 'validMonths'}
            aria-describedby="valid-months-hint"
          />
          <small id="valid-months-hint">{t('trainings:validMonthsHint')}</small>
          {problem === 'validMonths' && <FieldError>{t('trainings:wholeMonths')}</FieldError>}
        </div>
        {training && (
          <Controller
            control={form.control}
            name="retired"
            render={({ field }) => (
              <div className={styles.beside}>
                <Chip selected={field.value} onToggle={() => field.onChange(!field.value)}>
                  {t('trainings:retired')}
                </Chip>
              </div>
            )}
          />
        )}
        <KeptFormButtons typing={typing} onClose={onClose} />
        {problem === 'failed' && <FieldError>{t('trainings:failed')}</FieldError>}
      </form>
    </Section>
  );
}
