import { TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { cause as causes } from '../../../shared/contract/incidentKinds.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import type { Unfinished } from '../unfinished/useUnfinished.ts';
import styles from './prevention.module.css';
import { asTerms, type TypedImprovement } from './typedImprovement.ts';

interface Props {
  improvementId: number | null;
  start: TypedImprovement;
  unfinished: Omit<Unfinished<TypedImprovement>, 'kept'>;
  onClose: () => void;
  onSaved: () => void;
}

const dates = ['dueOn', 'doneOn'] as const;

export function ImprovementForm({ improvementId, start, unfinished, onClose, onSaved }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const form = useForm<TypedImprovement>({ defaultValues: start });
  const typed = form.watch();
  const { errors, isSubmitting } = form.formState;
  const [failed, setFailed] = useState(false);
  const today = format.dayOf(Date.now());

  useKeepTyping(form, unfinished.keep);
  useEffect(() => form.setFocus('what'), [form]);

  async function save(values: TypedImprovement): Promise<void> {
    const { error } = await safe(client.prevention.save({ improvementId, terms: asTerms(values) }));
    if (error) return setFailed(true);
    await safe(unfinished.drop());
    onSaved();
  }

  const line = (name: 'what' | 'why' | 'who', required: boolean) => (
    <div>
      <TextInput
        {...form.register(name, { validate: (value) => !required || value.trim() !== '' })}
        label={t(`prevention:improvements.${name}`)}
        placeholder={name === 'who' ? undefined : t(`prevention:improvements.${name}Hint`)}
        maxLength={120}
        autoComplete="off"
        aria-invalid={Boolean(errors[name])}
      />
      {errors[name] && <FieldError>{t('prevention:improvements.missing')}</FieldError>}
    </div>
  );

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      {line('what', true)}
      {line('why', false)}
      <Chips title={t('prevention:improvements.cause')}>
        <Chip selected={typed.cause === null} onToggle={() => form.setValue('cause', null)}>
          {t('prevention:improvements.allCauses')}
        </Chip>
        {causes.options.map((cause) => (
          <Chip key={cause} selected={typed.cause === cause} onToggle={() => form.setValue('cause', cause)}>
            {t(`incidents:cause.${cause}`)}
          </Chip>
        ))}
      </Chips>
      {line('who', true)}
      <div className={styles.fields}>
        {dates.map((name) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            rules={{ validate: (value) => name === 'dueOn' || value <= today }}
            render={({ field: { ref, value, onChange }, fieldState }) => (
              <DayField
                {...{ ref, value, onChange }}
                label={t(`prevention:improvements.${name}`)}
                problem={fieldState.invalid && t('prevention:improvements.future')}
              />
            )}
          />
        ))}
      </div>
      {failed && <FieldError>{t('prevention:failed')}</FieldError>}
      <KeptFormButtons busy={isSubmitting} typing={unfinished} onClose={onClose} />
    </form>
  );
}
