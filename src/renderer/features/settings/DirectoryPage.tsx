import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { DirectoryEntryForm } from './DirectoryEntryForm.tsx';
import styles from './DirectoryPage.module.css';
import { DirectoryRow } from './DirectoryRow.tsx';

const isMissingGp = (entry: DirectoryEntry): boolean => entry.kind === 'gpOnDuty' && entry.number === '';

/** The numbers that the crisis script and the worry card point to. */
export default function DirectoryPage() {
  const t = useTexts();
  const { queries } = useApi();
  const directory = useQuery(queries.distress.directory.queryOptions());
  const [editing, setEditing] = useState<number | null>(null);
  const [saved, setSaved] = useState('');
  const entries = directory.data ?? [];
  const missingGp = entries.find(isMissingGp);

  const edit = (id: number) => {
    setSaved('');
    setEditing(id);
  };

  return (
    <Page title={t('settings:directory.title')} intro={t('settings:directory.intro')}>
      {missingGp && editing !== missingGp.id && (
        <Notice
          tone="due"
          title={t('settings:directory.missingGp')}
          actions={<Button onClick={() => edit(missingGp.id)}>{t('settings:directory.fill')}</Button>}
        />
      )}
      <p role="status" className={styles.saved}>
        {saved}
      </p>
      {directory.isError && <FieldError>{t('review:failed')}</FieldError>}
      {directory.isSuccess && entries.length === 0 && (
        <Notice tone="plain" title={t('settings:directory.empty')}>
          <span>{t('settings:directory.emptyHint')}</span>
        </Notice>
      )}
      {entries.length > 0 && (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {entry.id === editing ? (
                <DirectoryEntryForm
                  entry={entry}
                  onClose={() => setEditing(null)}
                  onSaved={(name) => {
                    setEditing(null);
                    setSaved(t('settings:directory.saved', { name }));
                  }}
                />
              ) : (
                <DirectoryRow entry={entry} onEdit={() => edit(entry.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
