import { Button, Textarea } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { useLeaving } from '../unfinished/useLeaving.ts';
import styles from './privacy.module.css';

const typedReason = z.object({ reason: z.string() });
type TypedReason = z.infer<typeof typedReason>;

interface Props {
  /** Under which name what is typed is kept. */
  form: string;
  callerId: number | null;
  label: string;
  submit: string;
  /** It cannot be taken back. */
  danger?: boolean;
  /** What is kept beside it, and thrown away with it. */
  beside?: Pick<Typing<never>, 'drop'>;
  onClose: () => void;
  /** Answers what went wrong, or null. */
  onSubmit: (reason: string) => Promise<string | null>;
}

/** Something that is done with words beside it. */
export function ReasonFields(props: Props) {
  const { form, callerId } = props;
  return (
    <Unfinished form={form} schema={typedReason} empty={{ reason: '' }} {...(callerId === null ? {} : { callerId })}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields(props: Props & { typing: Typing<TypedReason> }) {
  const { label, submit, danger = false, beside, onClose, onSubmit, typing } = props;
  const t = useTexts();
  const form = useForm<TypedReason>({ defaultValues: typing.start });
  const { errors, isSubmitting } = form.formState;
  const [problem, setProblem] = useState<string | null>(null);
  const cancel = useLeaving({ drop }, onClose);
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('reason'), [form]);

  async function drop(): Promise<void> {
    await typing.drop();
    await beside?.drop();
  }

  async function run({ reason }: TypedReason): Promise<void> {
    const failed = await onSubmit(reason);
    setProblem(failed);
    if (failed === null) await safe(drop());
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(run)}>
      <div>
        <Textarea
          {...form.register('reason', { validate: (value) => value.trim() !== '' })}
          label={label}
          rows={3}
          maxLength={2000}
          aria-invalid={Boolean(errors.reason)}
        />
        {errors.reason && <FieldError>{t('privacyRequests:missing')}</FieldError>}
      </div>
      {problem && <FieldError>{problem}</FieldError>}
      <div className={styles.buttons}>
        <Button
          type="submit"
          classNames={{ root: styles.longButton, label: styles.longLabel }}
          loading={isSubmitting}
          {...(danger ? { variant: 'outline', color: 'red' } : {})}
        >
          {submit}
        </Button>
        <Button variant="default" disabled={isSubmitting} onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <KeptLine saveState={typing.saveState} />
      </div>
    </form>
  );
}
