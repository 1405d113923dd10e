import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { AddDirectoryEntry } from './AddDirectoryEntry.tsx';
import { DirectoryEntryForm } from './DirectoryEntryForm.tsx';
import styles from './DirectoryPage.module.css';
import { DirectoryRow } from './DirectoryRow.tsx';
import { TriageForm } from './TriageForm.tsx';
import { formOfEntry } from './typedEntry.ts';

const isMissingGp = (entry: DirectoryEntry): boolean => entry.kind === 'gpOnDuty' && entry.check === 'missing';

/** The numbers that the crisis script and the guide for lonely callers point to, and the practice's text from 113. */
export default function DirectoryPage() {
  const t = useTexts();
  const { queries } = useApi();
  const directory = useQuery(queries.distress.directory.queryOptions());
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const [removing, setRemoving] = useState<DirectoryEntry | null>(null);
  const [done, setDone] = useState('');
  const entries = directory.data ?? [];
  const missingGp = entries.find(isMissingGp);
  const overdue = entries.filter(({ check }) => check === 'overdue').length;

  const show = (what: number | 'new') => {
    setDone('');
    setOpen(what);
  };
  const finish = (text: string) => {
    setOpen(null);
    setDone(text);
  };

  return (
    <Page
      title={t('settings:directory.title')}
      intro={t('settings:directory.intro')}
      action={<Button onClick={() => show('new')}>{t('settings:directory.add')}</Button>}
    >
      {missingGp && open !== missingGp.id && (
        <Notice
          tone="due"
          title={t('settings:directory.missingGp')}
          actions={<Button onClick={() => show(missingGp.id)}>{t('settings:directory.fill')}</Button>}
        />
      )}
      {overdue > 0 && (
        <Notice tone="due" title={t('settings:directory.toCheck', { count: overdue })}>
          <span>{t('settings:directory.toCheckHint')}</span>
        </Notice>
      )}
      {open === 'new' && (
        <AddDirectoryEntry
          onClose={() => setOpen(null)}
          onAdded={(name) => finish(t('settings:directory.added', { name }))}
        />
      )}
      <p role="status" className={styles.saved}>
        {done}
      </p>
      {directory.isError && <FieldError>{t('review:failed')}</FieldError>}
      {directory.isSuccess && entries.length === 0 && (
        <Notice tone="plain" title={t('settings:directory.empty')}>
          <span>{t('settings:directory.emptyHint')}</span>
        </Notice>
      )}
      {entries.length > 0 && (
        <ul className={styles.list} aria-label={t('settings:directory.listLabel')}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {entry.id === open ? (
                <DirectoryEntryForm
                  entry={entry}
                  onClose={() => setOpen(null)}
                  onSaved={(name) => finish(t('settings:directory.saved', { name }))}
                />
              ) : (
                <DirectoryRow
                  entry={entry}
                  onEdit={() => show(entry.id)}
                  onRemove={() => setRemoving(entry)}
                  onChecked={(name) => setDone(t('settings:directory.markedToday', { name }))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <TriageForm />
      {removing && (
        <RemoveEntry
          entry={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            finish(t('settings:directory.removed', { name: removing.name }));
            setRemoving(null);
          }}
        />
      )}
    </Page>
  );
}

interface RemoveProps {
  entry: DirectoryEntry;
  onClose: () => void;
  onRemoved: () => void;
}

function RemoveEntry({ entry: { id, name }, onClose, onRemoved }: RemoveProps) {
  const t = useTexts();
  const { client, queries } = useApi();
  const remove = useMutation(
    queries.distress.removeDirectoryEntry.mutationOptions({
      onSuccess: async () => {
        await safe(client.unfinished.drop({ form: formOfEntry(id) }));
        onRemoved();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('settings:directory.removeOf', { name })}
      confirmLabel={t('settings:directory.remove')}
      busy={remove.isPending}
      problem={remove.isError ? t('settings:failed') : null}
      onConfirm={() => remove.mutate({ id })}
      onCancel={onClose}
    >
      {t('settings:directory.removeQuestion')}
    </ConfirmDialog>
  );
}
