import { Textarea, TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Check, OwnPoint } from '../../../shared/contract/prevention.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './prevention.module.css';

const typedPoint = z.object({ what: z.string(), help: z.string() });

interface Props {
  /** Null for a new one. */
  point: Check | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A point of the check-list in the practice's own words. */
export function PointDialog(props: Props) {
  const t = useTexts();
  const { point, onClose } = props;
  return (
    <Dialog title={t(point ? 'prevention:points.rewordTitle' : 'prevention:points.add')} onClose={onClose}>
      <Unfinished
        form={point ? `checkPoint ${point.id}` : 'checkPoint'}
        schema={typedPoint}
        empty={{ what: point?.what ?? '', help: point?.help ?? '' }}
      >
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ point, onClose, onSaved, typing }: Props & { typing: Typing<OwnPoint> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<OwnPoint>({ defaultValues: typing.start });
  const [failed, setFailed] = useState(false);
  const { errors, isSubmitting } = form.formState;
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('what'), [form]);

  async function save(typed: OwnPoint): Promise<void> {
    const saving = point
      ? client.prevention.rewordPoint({ pointId: point.id, ...typed })
      : client.prevention.addPoint(typed);
    const { error } = await safe<unknown, unknown>(saving);
    if (error) return setFailed(true);
    await safe(typing.drop());
    onSaved();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      <div>
        <TextInput
          {...form.register('what', { validate: (value) => value.trim() !== '' })}
          label={t('prevention:points.what')}
          maxLength={120}
          autoComplete="off"
          aria-invalid={Boolean(errors.what)}
        />
        {errors.what && <FieldError>{t('prevention:points.missing')}</FieldError>}
      </div>
      <Textarea {...form.register('help')} label={t('prevention:points.help')} rows={2} maxLength={300} />
      {failed && <FieldError>{t('prevention:failed')}</FieldError>}
      <KeptFormButtons busy={isSubmitting} typing={typing} onClose={onClose} />
    </form>
  );
}
