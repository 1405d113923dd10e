import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { setupForm } from '../../../shared/contract/setup.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { PasswordAdvice } from '../session/PasswordAdvice.tsx';
import { PasswordField } from '../session/PasswordField.tsx';
import styles from './setup.module.css';
import { goToSetupStep } from './setupFlow.ts';

const fields = setupForm.omit({ language: true });

/** Who works here: makes the encrypted store and unlocks it. */
export function PracticeForm({ onRestore }: { onRestore: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const language = useLanguage();
  const form = useForm({
    resolver: zodResolver(fields),
    defaultValues: { practiceName: '', managerName: '', password: '' },
  });
  const { errors } = form.formState;
  const [password, practiceName, managerName] = form.watch(['password', 'practiceName', 'managerName']);

  const create = useMutation(
    queries.setup.create.mutationOptions({
      // Before the core tells that it has unlocked, so that the work does not flash by.
      onMutate: () => goToSetupStep('key'),
      onError: () => goToSetupStep(null),
    }),
  );

  const problem = (type: string | undefined) => (type === 'too_big' ? t('setup:tooLong') : t('setup:required'));
  const failure = isDefinedError(create.error) && create.error.code === 'STORE_EXISTS' ? 'storeExists' : 'failed';

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.handleSubmit((values) => create.mutate({ ...values, language }))}
    >
      <h1 className={styles.title}>{t('setup:title')}</h1>
      <div>
        <TextInput
          {...form.register('practiceName')}
          label={t('setup:practiceName')}
          placeholder={t('setup:practiceNamePlaceholder')}
          autoFocus
          autoComplete="off"
          aria-invalid={Boolean(errors.practiceName)}
        />
        {errors.practiceName && <FieldError>{problem(errors.practiceName.type)}</FieldError>}
      </div>
      <div>
        <TextInput
          {...form.register('managerName')}
          label={t('setup:managerName')}
          autoComplete="off"
          aria-invalid={Boolean(errors.managerName)}
          aria-describedby="manager-hint"
        />
        <small id="manager-hint">{t('setup:managerNameHint')}</small>
        {errors.managerName && <FieldError>{problem(errors.managerName.type)}</FieldError>}
      </div>
      <div>
        <PasswordField
          {...form.register('password')}
          label={t('setup:password')}
          autoComplete="new-password"
          aria-invalid={Boolean(errors.password)}
          aria-describedby="setup-advice"
        />
        <PasswordAdvice id="setup-advice" password={password} known={[practiceName, managerName]} />
        {errors.password && <FieldError>{t('session:passwordAdvice.tooShort')}</FieldError>}
      </div>
      {create.isError && <FieldError>{t(`setup:${failure}`)}</FieldError>}
      <Button type="submit" size="md" loading={create.isPending}>
        {t('setup:create')}
      </Button>
      <small className={styles.centred}>{create.isPending ? t('setup:creating') : t('setup:staysHere')}</small>
      <Button variant="subtle" disabled={create.isPending} onClick={onRestore}>
        {t('setup:restore.open')}
      </Button>
    </form>
  );
}
