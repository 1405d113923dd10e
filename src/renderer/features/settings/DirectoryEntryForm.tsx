import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type DirectoryEntry, directoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { DirectoryFields } from './DirectoryFields.tsx';
import styles from './DirectoryPage.module.css';

const fields = directoryEntry.pick({ name: true, number: true, reach: true });

interface Props {
  entry: DirectoryEntry;
  onClose: () => void;
  onSaved: (name: string) => void;
}

export function DirectoryEntryForm({ entry, onClose, onSaved }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const { id, kind, name, number, reach } = entry;
  const isFixed = kind === 'emergency';
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { name, number, reach } });
  const save = useMutation(
    queries.distress.updateDirectoryEntry.mutationOptions({ onSuccess: (_result, saved) => onSaved(saved.name) }),
  );
  useShortcuts('sheet', { Escape: onClose });
  useEffect(() => {
    form.setFocus(isFixed ? 'name' : 'number', { shouldSelect: true });
  }, [form, isFixed]);

  return (
    <FormProvider {...form}>
      <form
        className={styles.form}
        noValidate
        aria-label={t('settings:directory.editOf', { name })}
        onSubmit={form.handleSubmit((values) => save.mutate({ id, ...values }))}
      >
        <DirectoryFields numberIsFixed={isFixed} />
        <FormButtons submit={t('settings:directory.save')} busy={save.isPending} onCancel={onClose} />
        {save.isError && <FieldError>{t('settings:failed')}</FieldError>}
      </form>
    </FormProvider>
  );
}
