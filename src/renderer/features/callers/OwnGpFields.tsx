import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Control, useController } from 'react-hook-form';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { TextField } from '../../components/TextField.tsx';
import styles from './CallerSheet.module.css';
import type { TypedDetails } from './typedDetails.ts';
import type { Problem } from './useDetailsForm.ts';

interface Props {
  control: Control<TypedDetails>;
  problem: Problem | null;
}

/** The caller's own practitioner: one of the telephone list, or a name and number of another practice. */
export function OwnGpFields({ control, problem }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const { data: directory = [] } = useQuery(queries.distress.directory.queryOptions());
  const { field: name } = useController({ control, name: 'generalPractitioner' });
  const { field: number } = useController({ control, name: 'generalPractitionerNumber' });
  const listed = directory.filter(({ kind }) => kind === 'gp');
  const chosen = listed.find((gp) => gp.name === name.value.trim());
  return (
    <div className={styles.pair}>
      <Autocomplete
        ref={name.ref}
        className={styles.combobox}
        label={t('callers:edit.generalPractitioner')}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        data={[...new Set(listed.map((gp) => gp.name))]}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        value={name.value}
        onChange={name.onChange}
      />
      <TextField
        ref={number.ref}
        label={t('callers:edit.generalPractitionerNumber')}
        placeholder={chosen?.number || undefined}
        hint={chosen?.number && number.value === '' ? t('callers:edit.fromDirectory') : undefined}
        maxLength={120}
        inputMode="tel"
        invalid={problem?.field === 'generalPractitionerNumber'}
        value={number.value}
        onChange={number.onChange}
      />
    </div>
  );
}
