import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Select, TextInput } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { role as roles } from '../../../shared/contract/base.ts';
import { memberDetails, type TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './team.module.css';
import { type TypedDetails, typedDetails } from './typedMember.ts';
import { WorkFields } from './WorkFields.tsx';
import { WorkingDaysField } from './WorkingDaysField.tsx';

interface Props {
  member: TeamMember;
  onClose: () => void;
  onChanged: (name: string) => void;
  /** The colleague does not know the password any more. */
  onForgotten: () => void;
}

export function ChangeMember(props: Props) {
  const t = useTexts();
  const { member, onClose } = props;
  return (
    <Dialog title={t('team:changeTitle', { name: member.name })} onClose={onClose}>
      <Unfinished form={`member ${member.id}`} schema={typedDetails} empty={typedDetails.parse(member)}>
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ member, onClose, onChanged, onForgotten, typing }: Props & { typing: Typing<TypedDetails> }) {
  const t = useTexts();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const form = useForm({
    resolver: zodResolver(memberDetails),
    defaultValues: typing.start,
  });
  useKeepTyping(form, (typed) => typing.keep(typedDetails.parse(typed)));
  useEffect(() => form.setFocus('name'), [form]);
  const { errors } = form.formState;
  const change = useMutation(
    queries.team.update.mutationOptions({
      onSuccess: async (_result, { details }) => {
        await safe(typing.drop());
        onChanged(details.name);
      },
      onError: (error) => {
        if (isDefinedError(error) && error.code === 'NAME_TAKEN') form.setFocus('name', { shouldSelect: true });
      },
    }),
  );
  const code = isDefinedError(change.error) ? change.error.code : null;
  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={form.handleSubmit((details) => change.mutate({ userId: member.id, details }))}
    >
      <div>
        <TextInput
          {...form.register('name')}
          label={t('team:name')}
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
      <Controller
        control={form.control}
        name="workingDays"
        render={({ field }) => <WorkingDaysField days={field.value ?? []} onChange={field.onChange} />}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={change.isPending}>
          {t('common:save')}
        </Button>
        <Button variant="default" onClick={() => void safe(typing.drop()).then(onClose)}>
          {t('common:cancel')}
        </Button>
        {member.id !== user.id && (
          <Button variant="subtle" aria-label={t('team:newPasswordOf', { name: member.name })} onClick={onForgotten}>
            {t('team:newPassword')}
          </Button>
        )}
      </div>
      <KeptLine saveState={typing.saveState} />
      {change.isError && code === null && <FieldError>{t('team:failed')}</FieldError>}
    </form>
  );
}
