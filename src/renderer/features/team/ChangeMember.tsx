import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Select, TextInput } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { role as roles } from '../../../shared/contract/base.ts';
import { memberDetails, type TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './team.module.css';
import { WorkFields } from './WorkFields.tsx';

interface Props {
  member: TeamMember;
  onClose: () => void;
  onChanged: (name: string) => void;
  /** The colleague does not know the password any more. */
  onForgotten: () => void;
}

export function ChangeMember({ member, onClose, onChanged, onForgotten }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const form = useForm({
    resolver: zodResolver(memberDetails),
    defaultValues: {
      ...{ name: member.name, role: member.role },
      ...{ function: member.function, department: member.department },
    },
  });
  const { errors } = form.formState;
  const change = useMutation(
    queries.team.update.mutationOptions({
      onSuccess: (_result, { details }) => onChanged(details.name),
      onError: (error) => {
        if (isDefinedError(error) && error.code === 'NAME_TAKEN') form.setFocus('name', { shouldSelect: true });
      },
    }),
  );
  const code = isDefinedError(change.error) ? change.error.code : null;
  return (
    <Dialog title={t('team:changeTitle', { name: member.name })} onClose={onClose}>
      <form
        className={styles.fields}
        noValidate
        onSubmit={form.handleSubmit((details) => change.mutate({ userId: member.id, details }))}
      >
        <div>
          <TextInput
            {...form.register('name')}
            label={t('team:name')}
            data-autofocus
            autoComplete="off"
            aria-invalid={Boolean(errors.name) || code === 'NAME_TAKEN'}
          />
          {errors.name && <FieldError>{t('setup:required')}</FieldError>}
          {code === 'NAME_TAKEN' && <FieldError>{t('team:nameTaken')}</FieldError>}
        </div>
        <div>
          <Controller
            control={form.control}
            name="role"
            render={({ field }) => (
              <Select
                {...field}
                label={t('team:role')}
                // Nobody shuts themselves out; a colleague who is a manager can.
                disabled={member.id === user.id}
                aria-describedby="change-role-hint"
                data={roles.options.map((value) => ({ value, label: t(`team:roles.${value}`) }))}
              />
            )}
          />
          <small id="change-role-hint">{t(`team:roleHints.${form.watch('role')}`)}</small>
          {code === 'LAST_MANAGER' && <FieldError>{t('team:lastManager')}</FieldError>}
        </div>
        <WorkFields control={form.control} names={{ function: 'function', department: 'department' }} />
        <div className={styles.buttons}>
          <Button type="submit" loading={change.isPending}>
            {t('common:save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {member.id !== user.id && (
            <Button variant="subtle" aria-label={t('team:newPasswordOf', { name: member.name })} onClick={onForgotten}>
              {t('team:newPassword')}
            </Button>
          )}
        </div>
        {change.isError && code === null && <FieldError>{t('team:failed')}</FieldError>}
      </form>
    </Dialog>
  );
}
