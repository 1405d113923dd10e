import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type NewDirectoryEntry, newDirectoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { DirectoryFields } from './DirectoryFields.tsx';
import styles from './DirectoryPage.module.css';

interface Props {
  onClose: () => void;
  onAdded: (name: string) => void;
}

const empty: NewDirectoryEntry = { kind: 'local', name: '', number: '', reach: '' };
const { options: kinds } = newDirectoryEntry.shape.kind;

/** An organisation that the practice points to itself, such as social work nearby. */
export function AddDirectoryEntry({ onClose, onAdded }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm({
    resolver: zodResolver(newDirectoryEntry),
    defaultValues: empty,
  });
  const add = useMutation(
    queries.distress.addDirectoryEntry.mutationOptions({ onSuccess: (_result, added) => onAdded(added.name) }),
  );
  useShortcuts('sheet', { Escape: onClose });
  useEffect(() => form.setFocus('name'), [form]);

  return (
    <FormProvider {...form}>
      <form
        className={styles.newForm}
        noValidate
        aria-label={t('settings:directory.addTitle')}
        onSubmit={form.handleSubmit((entry) => add.mutate(entry))}
      >
        <DirectoryFields>
          <NativeSelect
            {...form.register('kind')}
            label={t('settings:directory.kind')}
            data={kinds.map((kind) => ({ value: kind, label: t(`settings:directory.kinds.${kind}`) }))}
          />
        </DirectoryFields>
        <FormButtons submit={t('settings:directory.addSave')} busy={add.isPending} onCancel={onClose} />
        {add.isError && <FieldError>{t('settings:failed')}</FieldError>}
      </form>
    </FormProvider>
  );
}
