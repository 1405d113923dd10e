import { Button } from '@mantine/core';
import { IconDownloadOff } from '@tabler/icons-react';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { NoticeRow } from '../../components/NoticeRow.tsx';
import { forgetStoppedExport, useStoppedExport } from './stoppedExport.ts';

/** Tells after an unlock that there is no file, to whoever asked for it. */
export function StoppedExport() {
  const t = useTexts();
  const { user } = useUnlocked();
  const isTheirs = useStoppedExport(({ workerId }) => workerId === user.id);
  if (!isTheirs) return null;
  return (
    <NoticeRow
      tone="due"
      icon={<IconDownloadOff size={18} aria-hidden="true" />}
      title={t('exports:lockedMeanwhile')}
      text={t('exports:lockedMeanwhileText')}
      action={
        <Button variant="default" size="xs" onClick={forgetStoppedExport}>
          {t('common:close')}
        </Button>
      }
    />
  );
}
