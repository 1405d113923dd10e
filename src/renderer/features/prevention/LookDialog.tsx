import { Textarea } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Check } from '../../../shared/contract/prevention.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { type Unfinished, useUnfinished } from '../unfinished/useUnfinished.ts';
import styles from './prevention.module.css';
import { usePointWords } from './usePointWords.ts';

const typedLook = z.object({ note: z.string(), nextOn: z.string() });
type TypedLook = z.infer<typeof typedLook>;

interface Props {
  check: Check;
  onClose: () => void;
  onSaved: () => void;
}

/** That a point of the check-list was looked at, what stood out, and when to look again. */
export function LookDialog(props: Props) {
  const { what } = usePointWords()(props.check);
  const unfinished = useUnfinished(`look ${props.check.id}`, typedLook);
  return (
    <Dialog title={what} onClose={props.onClose}>
      {unfinished.kept !== undefined && (
        <LookForm {...props} start={unfinished.kept ?? { note: '', nextOn: '' }} unfinished={unfinished} />
      )}
    </Dialog>
  );
}

interface FormProps extends Props {
  start: TypedLook;
  unfinished: Omit<Unfinished<TypedLook>, 'kept'>;
}

function LookForm({ check, start, unfinished, onClose, onSaved }: FormProps) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const form = useForm<TypedLook>({ defaultValues: start });
  const { help } = usePointWords()(check);
  const [failed, setFailed] = useState(false);
  const today = format.dayOf(Date.now());

  useKeepTyping(form, unfinished.keep);
  useEffect(() => form.setFocus('note'), [form]);

  async function save({ note, nextOn }: TypedLook): Promise<void> {
    const { error } = await safe(
      client.prevention.look({ pointId: check.id, note, nextOn: nextOn === '' ? null : nextOn }),
    );
    if (error) return setFailed(true);
    await safe(unfinished.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      {help !== '' && <p className={styles.facts}>{help}</p>}
      <Textarea {...form.register('note')} label={t('prevention:checks.note')} rows={3} maxLength={1000} />
      <Controller
        control={form.control}
        name="nextOn"
        rules={{ validate: (value) => value === '' || value > today }}
        render={({ field: { ref, value, onChange }, fieldState }) => (
          <DayField
            {...{ ref, value, onChange }}
            label={t('prevention:checks.nextOn')}
            problem={fieldState.invalid && t('prevention:checks.past')}
          />
        )}
      />
      {failed && <FieldError>{t('prevention:failed')}</FieldError>}
      <KeptFormButtons busy={form.formState.isSubmitting} typing={unfinished} onClose={onClose} />
    </form>
  );
}
