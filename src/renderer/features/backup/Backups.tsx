import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupFile } from '../../../shared/contract/backup.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { AsideStores } from './AsideStores.tsx';
import styles from './Backups.module.css';
import { ExchangeDialog } from './ExchangeDialog.tsx';
import { fileSize } from './fileSize.ts';
import { RemoveBackup } from './RemoveBackup.tsx';
import { SecondPlace } from './SecondPlace.tsx';
import { useBackupWork } from './useBackupWork.ts';
import { useCheckWords } from './useCheckWords.ts';
import { WorkDone } from './WorkDone.tsx';

const SHOWN = 5;

/** The backups there are, newest first, and one more on request. */
export function Backups() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const backups = useQuery(queries.backup.list.queryOptions());
  const { run, doing, result } = useBackupWork();
  const checkWords = useCheckWords();
  const [isLong, setIsLong] = useState(false);
  const [removing, setRemoving] = useState<BackupFile | null>(null);
  const [restoring, setRestoring] = useState<BackupFile | null>(null);
  const newestFirst = backups.data ?? [];
  const shown = isLong ? newestFirst : newestFirst.slice(0, SHOWN);
  const whenOf = ({ madeAt }: BackupFile) => `${format.longDay(madeAt)}, ${format.time(madeAt)}`;
  const nameOf = (name: string) => {
    const named = newestFirst.find((backup) => backup.name === name);
    return named ? whenOf(named) : name;
  };

  return (
    <Section
      title={t('backup:title')}
      explain={t('backup:explain')}
      action={
        <Button variant="default" loading={doing === 'make'} onClick={() => run({ what: 'make' })}>
          {t('backup:make')}
        </Button>
      }
    >
      <WorkDone doing={doing} result={result} whenOf={nameOf} />
      {backups.isError && <FieldError>{t('review:failed')}</FieldError>}
      {backups.isSuccess && newestFirst.length === 0 && <p>{t('backup:none')}</p>}
      {newestFirst.length > 0 && (
        <DataTable label={t('backup:listLabel')} columns={[t('backup:when'), t('backup:size'), t('backup:actions')]}>
          {shown.map((backup) => (
            <tr key={backup.name}>
              <td>
                {whenOf(backup)}
                <br />
                <small>{checkWords(backup.lastCheck)}</small>
              </td>
              <td className={styles.size}>{fileSize(backup.bytes, format.number)}</td>
              <td>
                <div className={styles.actions}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={doing !== null}
                    aria-label={t('backup:checkOf', { when: whenOf(backup) })}
                    onClick={() => run({ what: 'check', name: backup.name })}
                  >
                    {t('backup:check')}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={doing !== null}
                    aria-label={t('backup:exchange.olderOf', { when: whenOf(backup) })}
                    onClick={() => setRestoring(backup)}
                  >
                    {t('backup:exchange.older')}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={doing !== null}
                    aria-label={t('backup:removeOf', { when: whenOf(backup) })}
                    onClick={() => setRemoving(backup)}
                  >
                    {t('backup:remove')}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {!isLong && newestFirst.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsLong(true)}>
          {t('backup:more', { count: newestFirst.length - SHOWN })}
        </Button>
      )}
      <AsideStores />
      <SecondPlace />
      {restoring && (
        <ExchangeDialog
          what="older"
          name={restoring.name}
          when={whenOf(restoring)}
          onClose={() => setRestoring(null)}
        />
      )}
      {removing && <RemoveBackup backup={removing} when={whenOf(removing)} onClose={() => setRemoving(null)} />}
    </Section>
  );
}
