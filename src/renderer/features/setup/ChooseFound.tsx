import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FoundBackup } from '../../../shared/contract/backup.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import { fileSize } from '../backup/fileSize.ts';
import type { Secret } from './RestoreForm.tsx';
import styles from './setup.module.css';

interface Props {
  folder: string;
  backups: FoundBackup[];
  secret: Secret;
  onBack: () => void;
}

/** Which of them, the newest that opens first; after it the app runs on that one. */
export function ChooseFound({ folder, backups, secret, onBack }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [chosen, setChosen] = useState(() => backups.find(({ opens }) => opens === 'yes')?.name ?? null);
  const restore = useMutation(
    queries.setup.restore.mutationOptions({ onSuccess: () => announce(t('setup:restore.done')) }),
  );

  function problem(): string | null {
    if (!restore.isError) return null;
    switch (isDefinedError(restore.error) ? restore.error.code : null) {
      case 'DAMAGED_BACKUP':
        return t('setup:restore.damaged');
      case 'NEWER_BACKUP':
        return t('setup:restore.newerBackup');
      case 'STOPPED':
        return t('setup:restore.stopped');
      case 'NOT_FOUND':
      case 'SOURCE':
        return t('setup:restore.gone');
      default:
        return t('setup:restore.failed');
    }
  }

  const words = problem();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) restore.mutate({ folder, ...secret, name: chosen });
      }}
    >
      {chosen ? <p>{t('setup:restore.after')}</p> : <FieldError>{t('setup:restore.noneOpens')}</FieldError>}
      {secret.userId === null && <p>{t('setup:restore.afterKey')}</p>}
      <FoundChoice backups={backups} chosen={chosen} onChoose={setChosen} />
      {words && <FieldError>{words}</FieldError>}
      {restore.isPending && <p role="status">{t('setup:restore.restoring')}</p>}
      {restore.isPending && <BackupProgress label={t('setup:restore.restoring')} during="setup" />}
      <div className={styles.row}>
        <Button variant="default" disabled={restore.isPending} onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button type="submit" autoFocus loading={restore.isPending} disabled={!chosen}>
          {t('setup:restore.submit')}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  backups: FoundBackup[];
  chosen: string | null;
  onChoose: (name: string) => void;
}

const tones = { yes: 'calm', newer: 'due', no: 'stop' } as const;
const words = { yes: 'opens', newer: 'newer', no: 'no' } as const;

function FoundChoice({ backups, chosen, onChoose }: ChoiceProps) {
  const t = useTexts();
  const format = useFormat();
  return (
    <fieldset className={styles.bare}>
      <legend className={styles.heading}>{t('setup:restore.choose')}</legend>
      <div className={styles.choice}>
        {backups.map(({ name, madeAt, bytes, opens }) => (
          <label key={name} className={styles.option}>
            <input
              type="radio"
              name="backup"
              checked={name === chosen}
              disabled={opens !== 'yes'}
              onChange={() => onChoose(name)}
            />
            <span>
              {format.date(madeAt)} {format.time(madeAt)}
            </span>
            <Tag tone={tones[opens]}>{t(`setup:restore.${words[opens]}`)}</Tag>
            <small>{fileSize(bytes, format.number)}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
