import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FoundBackup } from '../../../shared/contract/backup.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { ChooseFound } from './ChooseFound.tsx';
import { OpenFound } from './OpenFound.tsx';
import { SourceFolder } from './SourceFolder.tsx';
import styles from './setup.module.css';

/** What opens the backups: a worker's password, or the recovery key without a worker. */
export interface Secret {
  userId: number | null;
  secret: string;
}

/** Begins with a backup from elsewhere: where it is, what opens it, and which one. */
export function RestoreForm({ onBack }: { onBack: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const [folder, setFolder] = useState('');
  const [opened, setOpened] = useState<{ backups: FoundBackup[]; secret: Secret } | null>(null);
  const look = useMutation(queries.setup.lookForBackups.mutationOptions());

  function problem(): string | null {
    if (!look.isError) return null;
    if (!isDefinedError(look.error) || look.error.code !== 'SOURCE') return t('setup:restore.failed');
    return t(`setup:restore.source.${look.error.data.problem}`);
  }

  function back(): void {
    if (opened) setOpened(null);
    else if (look.data) look.reset();
    else onBack();
  }
  useShortcuts('view', { Escape: back });

  return (
    <>
      <h1 className={styles.title}>{t('setup:restore.title')}</h1>
      {!look.data && (
        <SourceFolder
          folder={folder}
          busy={look.isPending}
          problem={problem()}
          onChange={setFolder}
          onLook={(at) => look.mutate({ folder: at })}
          onBack={back}
        />
      )}
      {look.data && !opened && (
        <OpenFound
          folder={folder}
          found={look.data}
          onOpened={(backups, secret) => setOpened({ backups, secret })}
          onBack={back}
        />
      )}
      {opened && <ChooseFound folder={folder} {...opened} onBack={back} />}
    </>
  );
}
