import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { role as roles } from '../../../shared/contract/base.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import type { TypedDetails } from './typedMember.ts';
import { WorkFields } from './WorkFields.tsx';
import { WorkingDaysField } from './WorkingDaysField.tsx';

interface Props {
  nameTaken: boolean;
  roleIsFixed?: boolean;
  roleProblem?: string | null;
  /** Between the role and the work: what only a new colleague has. */
  children?: ReactNode;
}

/** Who somebody in the team is, in a form of any kind. */
export function MemberFields({ nameTaken, roleIsFixed = false, roleProblem, children }: Props) {
  const t = useTexts();
  const { control, register, watch, formState } = useFormContext<TypedDetails>();
  const { name: noName } = formState.errors;
  return (
    <>
      <div>
        <TextInput
          {...register('name')}
          label={t('team:name')}
          autoComplete="off"
          aria-invalid={Boolean(noName) || nameTaken}
        />
        {noName && <FieldError>{t('setup:required')}</FieldError>}
        {nameTaken && <FieldError>{t('team:nameTaken')}</FieldError>}
      </div>
      <div>
        <Controller
          control={control}
          name="role"
          render={({ field }) => (
            <Select
              {...field}
              label={t('team:role')}
              disabled={roleIsFixed}
              aria-describedby="role-hint"
              data={roles.options.map((value) => ({ value, label: t(`team:roles.${value}`) }))}
            />
          )}
        />
        <small id="role-hint">{t(`team:roleHints.${watch('role')}`)}</small>
        {roleProblem && <FieldError>{roleProblem}</FieldError>}
      </div>
      {children}
      <WorkFields control={control} names={{ function: 'function', department: 'department' }} />
      <Controller
        control={control}
        name="workingDays"
        render={({ field }) => <WorkingDaysField days={field.value ?? []} onChange={field.onChange} />}
      />
    </>
  );
}
