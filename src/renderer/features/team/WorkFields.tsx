import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Control, Controller, type FieldValues, type Path } from 'react-hook-form';
import { type GroupKind, groupKind } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';

const usual = ['receptionist', 'assistant', 'secretary', 'manager'] as const;

interface Props<Fields extends FieldValues> {
  control: Control<Fields>;
  names: Record<GroupKind, Path<Fields>>;
}

/** What somebody does and where: what is on the list is offered; any other that is typed comes on it. */
export function WorkFields<Fields extends FieldValues>({ control, names }: Props<Fields>) {
  const t = useTexts();
  const { queries } = useApi();
  const groups = useQuery(queries.team.groups.queryOptions()).data ?? [];
  const usualNames = { function: usual.map((name) => t(`team:functions.${name}`)), department: [] };
  const offered = (kind: GroupKind) => {
    const listed = groups.filter((group) => group.kind === kind);
    const isListed = (name: string) => listed.some((group) => group.name.toLowerCase() === name.toLowerCase());
    const inUse = listed.filter((group) => !group.retired).map((group) => group.name);
    return [...inUse, ...usualNames[kind].filter((name) => !isListed(name))].sort();
  };
  return groupKind.options.map((name) => (
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
            data={offered(name)}
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
