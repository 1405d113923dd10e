import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { password } from '../../../shared/contract/base.ts';
import type { TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { PasswordAdvice } from '../session/PasswordAdvice.tsx';
import { PasswordField } from '../session/PasswordField.tsx';
import styles from './team.module.css';

interface Props {
  member: TeamMember;
  onClose: () => void;
  onGiven: () => void;
}

/** For a colleague who forgot theirs: the manager's own session holds the key that the new password locks. */
export function SetPassword({ member, onClose, onGiven }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const { practiceName } = useUnlocked();
  const form = useForm({ resolver: zodResolver(z.object({ password })), defaultValues: { password: '' } });
  const give = useMutation(queries.team.setPassword.mutationOptions({ onSuccess: onGiven }));
  return (
    <Dialog title={t('team:newPasswordTitle', { name: member.name })} onClose={onClose}>
      <form
        className={styles.password}
        noValidate
        onSubmit={form.handleSubmit((typed) => give.mutate({ userId: member.id, ...typed }))}
      >
        <p>{t('team:newPasswordText')}</p>
        <div>
          <PasswordField
            {...form.register('password')}
            label={t('team:newPassword')}
            autoComplete="new-password"
            data-autofocus
            aria-invalid={Boolean(form.formState.errors.password)}
            aria-describedby="new-password-advice new-password-hint"
          />
          <PasswordAdvice
            id="new-password-advice"
            password={form.watch('password')}
            known={[member.name, practiceName]}
          />
          <small id="new-password-hint">{t('team:firstPasswordHint')}</small>
          {form.formState.errors.password && <FieldError>{t('session:passwordAdvice.tooShort')}</FieldError>}
        </div>
        <FormButtons submit={t('team:newPasswordSubmit')} busy={give.isPending} onCancel={onClose} />
        {give.isError && <FieldError>{t('team:failed')}</FieldError>}
      </form>
    </Dialog>
  );
}
