import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { z } from 'zod';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextField } from '../../components/TextField.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useLeaving } from '../unfinished/useLeaving.ts';
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
export function SecondPlaceForm(props: Props) {
  return (
    <Unfinished form="secondPlace" schema={z.string()} empty="">
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ canChoose, onClose, typing }: Props & { typing: Typing<string> }) {
  const t = useTexts();
  const problemId = useId();
  const { queries } = useApi();
  const [folder, setFolder] = useState(typing.start);
  const set = useMutation(
    queries.backup.setSecondPlace.mutationOptions({ onSuccess: () => void safe(typing.drop()).then(onClose) }),
  );
  // A copy that is under way stays in sight.
  const cancel = useLeaving(typing, () => set.isPending || onClose());
  const choose = useMutation(
    queries.backup.chooseFolder.mutationOptions({ onSuccess: (chosen) => chosen.folder && type(chosen.folder) }),
  );

  function type(typed: string): void {
    setFolder(typed);
    typing.keep(typed);
  }

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
        onChange={type}
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
        <Button variant="default" disabled={set.isPending} onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <KeptLine saveState={typing.saveState} />
      </div>
    </form>
  );
}
