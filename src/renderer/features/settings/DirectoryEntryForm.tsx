import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { type DirectoryEntry, directoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
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
  const { errors } = form.formState;
  const save = useMutation(
    queries.distress.updateDirectoryEntry.mutationOptions({ onSuccess: (_result, saved) => onSaved(saved.name) }),
  );
  useShortcuts('sheet', { Escape: onClose });
  useEffect(() => {
    form.setFocus(isFixed ? 'name' : 'number', { shouldSelect: true });
  }, [form, isFixed]);

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('settings:directory.editOf', { name })}
      onSubmit={form.handleSubmit((values) => save.mutate({ id, ...values }))}
    >
      <div>
        <TextInput
          {...form.register('name')}
          label={t('settings:directory.name')}
          aria-invalid={Boolean(errors.name)}
        />
        {errors.name && <FieldError>{t('setup:required')}</FieldError>}
      </div>
      <div>
        <TextInput
          {...form.register('number')}
          label={t('settings:directory.number')}
          placeholder={t('settings:directory.numberPlaceholder')}
          inputMode="tel"
          readOnly={isFixed}
        />
        {isFixed && <small>{t('settings:directory.emergencyFixed')}</small>}
      </div>
      <TextInput
        {...form.register('reach')}
        label={t('settings:directory.reach')}
        placeholder={t('settings:directory.reachPlaceholder')}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('settings:directory.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
      {save.isError && <FieldError>{t('settings:failed')}</FieldError>}
    </form>
  );
}
