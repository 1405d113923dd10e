import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { NoticeRow } from '../../components/NoticeRow.tsx';
import { RecoveryKeySteps } from './RecoveryKeySteps.tsx';

/** Reminds a manager whose recovery key was never typed back; the work goes on beside it. */
export function KeyNotice() {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div>
      <NoticeRow
        tone="due"
        icon={<IconKey size={18} aria-hidden="true" />}
        title={t('setup:unconfirmed.title')}
        text={t('setup:unconfirmed.text')}
        action={
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('setup:unconfirmed.action')}
          </Button>
        }
      />
      {open && (
        <Dialog title={t('setup:key.title')} titleHidden onClose={close}>
          <RecoveryKeySteps onDone={close} onLater={close} />
        </Dialog>
      )}
    </div>
  );
}
