import { Button } from '@mantine/core';
import { IconCopy, IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { KeySheet } from './KeySheet.tsx';
import { copyKeyForAMinute, useKeyOnClipboard } from './keyOnClipboard.ts';
import { saveFile } from './saveFile.ts';
import styles from './setup.module.css';

interface Props {
  groups: string[];
  onNext: () => void;
  onLater?: () => void;
}

/** The key, large, and three ways to keep it. */
export function ShowKey({ groups, onNext, onLater }: Props) {
  const t = useTexts();
  const { client, queries } = useApi();
  const pdf = useMutation(
    queries.setup.recoveryKeyDocument.mutationOptions({
      onSuccess: ({ name, content }) => saveFile(name, content),
    }),
  );
  return (
    <div className={styles.form}>
      <div>
        <h1 className={styles.title}>{t('setup:key.title')}</h1>
        <p>{t('setup:key.why')}</p>
      </div>
      <ol className={styles.groups} aria-label={t('setup:key.label')}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
          <li key={index} className={styles.group}>
            <span className={styles.groupNumber}>{index + 1}</span>
            <span className={styles.groupText}>{group}</span>
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        <Button
          autoFocus
          data-autofocus
          className={styles.wide}
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden="true" />}
          loading={pdf.isPending}
          onClick={() => pdf.mutate(undefined)}
        >
          {t('setup:key.savePdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('setup:key.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden="true" />}
          onClick={() => void copyKeyForAMinute(client, groups.join(' '))}
        >
          {t('setup:key.copy')}
        </Button>
      </div>
      <div role="status">
        <Clipboard />
        {pdf.isSuccess && <small>{t('setup:key.saved')}</small>}
      </div>
      {pdf.isError && <FieldError>{t('setup:key.saveFailed')}</FieldError>}
      <Notice tone="due" title={t('setup:key.where')} />
      <div className={styles.row}>
        {onLater && (
          <Button variant="default" onClick={onLater}>
            {t('setup:key.later')}
          </Button>
        )}
        <Button size="md" onClick={onNext}>
          {t('setup:key.next')}
        </Button>
      </div>
      <KeySheet groups={groups} />
    </div>
  );
}

/** What the clipboard holds, and for how long still. */
function Clipboard() {
  const t = useTexts();
  const { state, secondsLeft } = useKeyOnClipboard();
  if (state === 'idle') return null;
  if (state === 'refused') return <small>{t('setup:key.copyRefused')}</small>;
  if (state === 'waiting') return <small>{t('setup:key.copyWaiting')}</small>;
  if (state === 'cleared') return <small>{t('setup:key.copyCleared')}</small>;
  return (
    <small>
      <span aria-live="off">{t('setup:key.copied', { seconds: secondsLeft })}</span> {t('setup:key.copyHistory')}
    </small>
  );
}
