import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { memberDetails, type TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { MemberFields } from './MemberFields.tsx';
import styles from './team.module.css';
import { type TypedDetails, typedDetails } from './typedMember.ts';

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
    <FormProvider {...form}>
      <form
        className={styles.fields}
        noValidate
        onSubmit={form.handleSubmit((details) => change.mutate({ userId: member.id, details }))}
      >
        <MemberFields
          nameTaken={code === 'NAME_TAKEN'}
          // Nobody shuts themselves out; a colleague who is a manager can.
          roleIsFixed={member.id === user.id}
          roleProblem={code === 'LAST_MANAGER' ? t('team:lastManager') : null}
        />
        <KeptFormButtons busy={change.isPending} typing={typing} onClose={onClose}>
          {member.id !== user.id && (
            <Button variant="subtle" aria-label={t('team:newPasswordOf', { name: member.name })} onClick={onForgotten}>
              {t('team:newPassword')}
            </Button>
          )}
        </KeptFormButtons>
        {change.isError && code === null && <FieldError>{t('team:failed')}</FieldError>}
      </form>
    </FormProvider>
  );
}
