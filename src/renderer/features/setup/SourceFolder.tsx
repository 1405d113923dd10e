import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { useApi } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './setup.module.css';

interface Props {
  folder: string;
  busy: boolean;
  problem: string | null;
  onChange: (folder: string) => void;
  onLook: (folder: string) => void;
  onBack: () => void;
}

/** The same function with every render, so that the focus is given once. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

/** Points at the stick or folder; one that was chosen in the dialog is looked at at once. */
export function SourceFolder({ folder, busy, problem, onChange, onLook, onBack }: Props) {
  const t = useTexts();
  const problemId = useId();
  const { queries } = useApi();
  const canChoose = useSession(({ state }) => state?.kind === 'new' && state.canChooseFolder);
  const choose = useMutation(
    queries.setup.chooseFolder.mutationOptions({
      onSuccess({ folder: chosen }) {
        if (!chosen) return;
        onChange(chosen);
        onLook(chosen);
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (folder.trim() !== '') onLook(folder);
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>{t('setup:restore.where')}</p>
      <div>
        <TextField
          ref={focusOnce}
          label={t('setup:restore.folder')}
          hint={t('setup:restore.folderHint')}
          value={folder}
          maxLength={1000}
          onChange={onChange}
          invalid={problem !== null}
          describedBy={problem === null ? undefined : problemId}
        />
        {problem && <FieldError id={problemId}>{problem}</FieldError>}
      </div>
      {canChoose && (
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
          {t('setup:restore.browse')}
        </Button>
      )}
      <div className={styles.row}>
        <Button variant="default" disabled={busy} onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button type="submit" loading={busy} disabled={folder.trim() === ''}>
          {t('setup:restore.look')}
        </Button>
      </div>
    </form>
  );
}
