import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import type { DirectoryEntry } from '../../../shared/contract/distress.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';

interface Props {
  /** 112 is 112. */
  numberIsFixed?: boolean;
  /** After the name. */
  children?: ReactNode;
}

/** A name, a number and when it answers, in a form of any kind. */
export function DirectoryFields({ numberIsFixed = false, children }: Props) {
  const t = useTexts();
  const { register, formState } = useFormContext<Pick<DirectoryEntry, 'name' | 'number' | 'reach'>>();
  const { name: noName } = formState.errors;
  return (
    <>
      <div>
        <TextInput {...register('name')} label={t('settings:directory.name')} aria-invalid={Boolean(noName)} />
        {noName && <FieldError>{t('setup:required')}</FieldError>}
      </div>
      {children}
      <div>
        <TextInput
          {...register('number')}
          label={t('settings:directory.number')}
          placeholder={t('settings:directory.numberPlaceholder')}
          inputMode="tel"
          readOnly={numberIsFixed}
        />
        {numberIsFixed && <small>{t('settings:directory.emergencyFixed')}</small>}
      </div>
      <TextInput
        {...register('reach')}
        label={t('settings:directory.reach')}
        placeholder={t('settings:directory.reachPlaceholder')}
      />
    </>
  );
}
