import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Control, Controller, type FieldValues, type Path } from 'react-hook-form';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';

const usual = ['receptionist', 'assistant', 'secretary', 'manager'] as const;
const fields = ['function', 'department'] as const;

interface Props<Fields extends FieldValues> {
  control: Control<Fields>;
  names: Record<(typeof fields)[number], Path<Fields>>;
}

/** What somebody does and where: words that the team uses already are offered, any other can be typed. */
export function WorkFields<Fields extends FieldValues>({ control, names }: Props<Fields>) {
  const t = useTexts();
  const { queries } = useApi();
  const members = useQuery(queries.team.list.queryOptions()).data ?? [];
  const offered = {
    function: usual.map((name) => t(`team:functions.${name}`)),
    department: [],
  };
  return fields.map((name) => (
    <Controller
      key={name}
      control={control}
      name={names[name]}
      render={({ field, fieldState }) => (
        <div>
          <Autocomplete
            {...field}
            label={t(`team:${name}`)}
            placeholder={t(`team:${name}Example`)}
            data={[...new Set([...members.map((member) => member[name]), ...offered[name]])].filter(Boolean).sort()}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            autoComplete="off"
            aria-invalid={fieldState.invalid}
          />
          {fieldState.error && <FieldError>{t('team:wordTooLong')}</FieldError>}
        </div>
      )}
    />
  ));
}
