import { zodResolver } from '@hookform/resolvers/zod';
import { Select } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, FormProvider, useForm } from 'react-hook-form';
import { language as languages } from '../../../shared/contract/base.ts';
import { newTeamMember, usualWorkingDays } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { PasswordAdvice } from '../session/PasswordAdvice.tsx';
import { PasswordField } from '../session/PasswordField.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { MemberFields } from './MemberFields.tsx';
import styles from './team.module.css';
import { type TypedMember, typedMember } from './typedMember.ts';

interface Props {
  onClose: () => void;
  onAdded: (name: string) => void;
}

export function AddMember(props: Props) {
  const language = useLanguage();
  const empty: TypedMember = {
    ...{ name: '', role: 'receptionist', function: '', department: '' },
    workingDays: [...usualWorkingDays],
    language,
  };
  return (
    <Unfinished form="member" schema={typedMember} empty={empty}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ onClose, onAdded, typing }: Props & { typing: Typing<TypedMember> }) {
  const t = useTexts();
  const { queries } = useApi();
  const { practiceName } = useUnlocked();
  const form = useForm({
    resolver: zodResolver(newTeamMember),
    defaultValues: { ...typing.start, password: '' },
  });
  const { errors } = form.formState;
  const [name, password] = form.watch(['name', 'password']);
  // The password is not among what is kept.
  useKeepTyping(form, ({ password: _, ...typed }) => typing.keep(typedMember.parse(typed)));
  useEffect(() => form.setFocus('name'), [form]);

  const add = useMutation(
    queries.team.add.mutationOptions({
      onSuccess: async (_result, member) => {
        await safe(typing.drop());
        onAdded(member.name);
      },
      onError: (error) => {
        if (isDefinedError(error) && error.code === 'NAME_TAKEN') form.setFocus('name', { shouldSelect: true });
      },
    }),
  );
  const nameTaken = isDefinedError(add.error) && add.error.code === 'NAME_TAKEN';

  return (
    <Section title={t('team:addTitle')}>
      <FormProvider {...form}>
        <form className={styles.fields} noValidate onSubmit={form.handleSubmit((member) => add.mutate(member))}>
          <MemberFields nameTaken={nameTaken}>
            <Controller
              control={form.control}
              name="language"
              render={({ field }) => (
                <Select
                  {...field}
                  label={t('team:language')}
                  data={languages.options.map((value) => ({ value, label: t(`team:languages.${value}`) }))}
                />
              )}
            />
            <div>
              <PasswordField
                {...form.register('password')}
                label={t('team:firstPassword')}
                autoComplete="new-password"
                aria-invalid={Boolean(errors.password)}
                aria-describedby="first-password-advice first-password-hint"
              />
              <PasswordAdvice id="first-password-advice" password={password} known={[name, practiceName]} />
              <small id="first-password-hint">{t('team:firstPasswordHint')}</small>
              {errors.password && <FieldError>{t('session:passwordAdvice.tooShort')}</FieldError>}
            </div>
          </MemberFields>
          <KeptFormButtons submit={t('team:submit')} busy={add.isPending} typing={typing} onClose={onClose} />
          {add.isError && !nameTaken && <FieldError>{t('team:failed')}</FieldError>}
        </form>
      </FormProvider>
    </Section>
  );
}
