import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { password } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './ChangePassword.module.css';
import { useCountdown } from './countdown.ts';
import { PasswordAdvice } from './PasswordAdvice.tsx';
import { PasswordField } from './PasswordField.tsx';

const fields = z.object({ currentPassword: z.string().min(1), newPassword: password });

type Refusal = 'wrong' | 'tooSoon' | 'failed';

/** Everybody's own password; the one that was proved last is asked again. */
export function ChangePassword() {
  const t = useTexts();
  const { queries } = useApi();
  const { user, practiceName } = useUnlocked();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [secondsLeft, startWaiting] = useCountdown();
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { currentPassword: '', newPassword: '' } });
  const { errors } = form.formState;

  const change = useMutation(
    queries.session.changePassword.mutationOptions({
      onSuccess: () => form.reset(),
      onError: (error) => {
        if (isDefinedError(error) && (error.code === 'WRONG_PASSWORD' || error.code === 'TOO_SOON')) {
          setRefusal(error.code === 'TOO_SOON' ? 'tooSoon' : 'wrong');
          startWaiting(error.data.waitSeconds);
          form.setFocus('currentPassword', { shouldSelect: true });
        } else setRefusal('failed');
      },
    }),
  );

  const submit = form.handleSubmit((values) => {
    if (secondsLeft > 0) return;
    setRefusal(null);
    change.mutate(values);
  });

  const refused = {
    wrong: t('settings:password.wrong'),
    tooSoon: t('session:tooSoon'),
    failed: t('settings:failed'),
  };

  return (
    <Section title={t('settings:password.title')}>
      <form className={styles.fields} noValidate onSubmit={submit}>
        <div>
          <PasswordField
            {...form.register('currentPassword')}
            label={t('settings:password.current')}
            autoComplete="current-password"
            aria-invalid={Boolean(errors.currentPassword) || refusal === 'wrong'}
          />
          {errors.currentPassword && <FieldError>{t('setup:required')}</FieldError>}
          {refusal && <FieldError>{refused[refusal]}</FieldError>}
          {secondsLeft > 0 && <p aria-live="off">{t('session:waitSeconds', { count: secondsLeft })}</p>}
        </div>
        <div>
          <PasswordField
            {...form.register('newPassword')}
            label={t('settings:password.next')}
            autoComplete="new-password"
            aria-invalid={Boolean(errors.newPassword)}
            aria-describedby="change-advice"
          />
          <PasswordAdvice id="change-advice" password={form.watch('newPassword')} known={[user.name, practiceName]} />
          {errors.newPassword && <FieldError>{t('session:passwordAdvice.tooShort')}</FieldError>}
        </div>
        <div className={styles.buttons}>
          <Button type="submit" loading={change.isPending} disabled={secondsLeft > 0}>
            {t('settings:password.submit')}
          </Button>
          <span role="status" className={styles.done}>
            {change.isSuccess && t('settings:password.changed')}
          </span>
        </div>
      </form>
    </Section>
  );
}
