import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Select, TextInput } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { language as languages, role as roles } from '../../../shared/contract/base.ts';
import { newTeamMember, usualWorkingDays } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { PasswordAdvice } from '../session/PasswordAdvice.tsx';
import { PasswordField } from '../session/PasswordField.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './team.module.css';
import { type TypedMember, typedMember } from './typedMember.ts';
import { WorkFields } from './WorkFields.tsx';
import { WorkingDaysField } from './WorkingDaysField.tsx';

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
  const [name, role, password] = form.watch(['name', 'role', 'password']);
  // The password is not among what is kept.
  useKeepTyping(form, ({ password: _, ...typed }) => typing.keep(typedMember.parse(typed)));
  useShortcuts('sheet', { Escape: onClose });

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
      <form className={styles.fields} noValidate onSubmit={form.handleSubmit((member) => add.mutate(member))}>
        <div>
          <TextInput
            {...form.register('name')}
            label={t('team:name')}
            autoFocus
            autoComplete="off"
            aria-invalid={Boolean(errors.name) || nameTaken}
          />
          {errors.name && <FieldError>{t('setup:required')}</FieldError>}
          {nameTaken && <FieldError>{t('team:nameTaken')}</FieldError>}
        </div>
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
          <Controller
            control={form.control}
            name="role"
            render={({ field }) => (
              <Select
                {...field}
                label={t('team:role')}
                aria-describedby="role-hint"
                data={roles.options.map((value) => ({ value, label: t(`team:roles.${value}`) }))}
              />
            )}
          />
          <small id="role-hint">{t(`team:roleHints.${role}`)}</small>
        </div>
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
        <WorkFields control={form.control} names={{ function: 'function', department: 'department' }} />
        <Controller
          control={form.control}
          name="workingDays"
          render={({ field }) => <WorkingDaysField days={field.value ?? []} onChange={field.onChange} />}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={add.isPending}>
            {t('team:submit')}
          </Button>
          <Button variant="default" onClick={() => void safe(typing.drop()).then(onClose)}>
            {t('common:cancel')}
          </Button>
          <KeptLine saveState={typing.saveState} />
        </div>
        {add.isError && !nameTaken && <FieldError>{t('team:failed')}</FieldError>}
      </form>
    </Section>
  );
}
