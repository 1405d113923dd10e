import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Textarea } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { password } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { useCountdown } from './countdown.ts';
import { PasswordAdvice } from './PasswordAdvice.tsx';
import { PasswordField } from './PasswordField.tsx';
import { bareKey, inGroups, recoveryKeyLength } from './recoveryKeyText.ts';
import styles from './UnlockForm.module.css';

const resetFields = z.object({
  recoveryKey: z.string().refine((typed) => bareKey(typed).length === recoveryKeyLength),
  newPassword: password,
});

interface Props {
  user: { id: number; name: string };
  onBack: () => void;
}

type Refusal = 'wrongKey' | 'tooSoon' | 'damagedKey' | 'notInStore' | 'failed';

/** What is no wrong key, by the code that the core answers with. */
const refusals: Partial<Record<string, Refusal>> = { DAMAGED_KEY: 'damagedKey', NOT_IN_STORE: 'notInStore' };

/** A new password for somebody who forgot theirs, with the printed recovery key; it unlocks the app as well. */
export function ResetForm({ user, onBack }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [secondsLeft, startWaiting] = useCountdown();
  const form = useForm({
    resolver: zodResolver(resetFields),
    defaultValues: { recoveryKey: '', newPassword: '' },
  });
  const { errors } = form.formState;
  const keyField = form.register('recoveryKey');
  useShortcuts('view', { Escape: onBack });

  const reset = useMutation(
    queries.session.resetPassword.mutationOptions({
      onError: (error) => {
        if (isDefinedError(error) && (error.code === 'WRONG_RECOVERY_KEY' || error.code === 'TOO_SOON')) {
          setRefusal(error.code === 'TOO_SOON' ? 'tooSoon' : 'wrongKey');
          startWaiting(error.data.waitSeconds);
          form.setFocus('recoveryKey');
        } else setRefusal((isDefinedError(error) && refusals[error.code]) || 'failed');
      },
    }),
  );

  const submit = form.handleSubmit(({ recoveryKey, newPassword }) => {
    if (secondsLeft > 0) return;
    setRefusal(null);
    reset.mutate({ userId: user.id, recoveryKey: bareKey(recoveryKey), newPassword });
  });

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <h1 className={styles.title}>{t('session:reset.title')}</h1>
        <small>
          {t('session:reset.forWhom', { name: user.name })}. {t('session:reset.intro')}
        </small>
      </div>
      <div>
        <Textarea
          {...keyField}
          onChange={(event) => {
            event.target.value = inGroups(event.target.value);
            void keyField.onChange(event);
          }}
          label={t('session:reset.recoveryKey')}
          placeholder="XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX"
          rows={2}
          autoFocus
          spellCheck={false}
          autoCapitalize="characters"
          autoComplete="off"
          styles={{ input: { fontFamily: 'var(--font-mono)', letterSpacing: '0.06em' } }}
          aria-invalid={Boolean(errors.recoveryKey) || refusal === 'wrongKey'}
        />
        {errors.recoveryKey && (
          <FieldError>{t('session:reset.keyLength', { count: bareKey(form.watch('recoveryKey')).length })}</FieldError>
        )}
        {refusal && (
          <FieldError>{t(refusal === 'notInStore' ? 'session:notInStore' : `session:reset.${refusal}`)}</FieldError>
        )}
        {secondsLeft > 0 && (
          <p className={styles.wait} aria-live="off">
            {t('session:waitSeconds', { count: secondsLeft })}
          </p>
        )}
      </div>
      <div>
        <PasswordField
          {...form.register('newPassword')}
          label={t('session:reset.newPassword')}
          autoComplete="new-password"
          aria-invalid={Boolean(errors.newPassword)}
          aria-describedby="reset-advice"
        />
        <PasswordAdvice id="reset-advice" password={form.watch('newPassword')} known={[user.name]} />
        {errors.newPassword && <FieldError>{t('session:passwordAdvice.tooShort')}</FieldError>}
      </div>
      <div className={styles.row}>
        <Button variant="default" onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button type="submit" loading={reset.isPending} disabled={secondsLeft > 0}>
          {t('session:reset.submit')}
        </Button>
      </div>
    </form>
  );
}
