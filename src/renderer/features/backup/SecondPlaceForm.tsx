import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import styles from './SecondPlace.module.css';

interface Props {
  /** Whether this host has a dialog to choose a folder in. */
  canChoose: boolean;
  onClose: () => void;
}

/** The same function with every render, so that the focus is given once. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

/** Points at a folder; the newest backup is copied there at once, so that what is wrong is known now. */
export function SecondPlaceForm({ canChoose, onClose }: Props) {
  const t = useTexts();
  const problemId = useId();
  const { queries } = useApi();
  const [folder, setFolder] = useState('');
  const set = useMutation(queries.backup.setSecondPlace.mutationOptions({ onSuccess: onClose }));
  const choose = useMutation(
    queries.backup.chooseFolder.mutationOptions({ onSuccess: (chosen) => chosen.folder && setFolder(chosen.folder) }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (folder.trim() !== '') set.mutate({ folder });
  }

  function problem(): string | null {
    if (!set.isError) return null;
    if (isDefinedError(set.error) && set.error.code === 'PLACE') {
      const { problem } = set.error.data;
      return t(problem === 'absent' ? 'backup:second.notThere' : `backup:second.problem.${problem}`);
    }
    return t('backup:second.problem.failed');
  }

  const words = problem();
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        ref={focusOnce}
        label={t('backup:second.folder')}
        hint={t('backup:second.folderHint')}
        value={folder}
        maxLength={1000}
        onChange={setFolder}
        invalid={words !== null}
        describedBy={words === null ? undefined : problemId}
      />
      {words && (
        <div id={problemId}>
          <FieldError>{words}</FieldError>
        </div>
      )}
      {set.isPending && <BackupProgress label={t('backup:second.copying')} />}
      <div className={styles.actions}>
        <Button type="submit" loading={set.isPending} disabled={folder.trim() === ''}>
          {t('backup:second.use')}
        </Button>
        {canChoose && (
          <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
            {t('backup:second.browse')}
          </Button>
        )}
        <Button variant="default" disabled={set.isPending} onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
