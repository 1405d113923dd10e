import { Button, Modal } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { RecoveryKeySteps } from './RecoveryKeySteps.tsx';

/** Reminds a manager whose recovery key was never typed back; the work goes on beside it. */
export function KeyNotice() {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div>
      <Notice
        tone="due"
        icon={<IconKey size="1.2em" aria-hidden="true" />}
        title={t('setup:unconfirmed.title')}
        label={t('setup:unconfirmed.title')}
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('setup:unconfirmed.action')}
          </Button>
        }
      >
        <span>{t('setup:unconfirmed.text')}</span>
      </Notice>
      <Modal opened={open} onClose={close} withCloseButton={false} aria-label={t('setup:key.title')}>
        <RecoveryKeySteps onDone={close} onLater={close} />
      </Modal>
    </div>
  );
}
