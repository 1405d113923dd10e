import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { RecoveryKeySteps } from './RecoveryKeySteps.tsx';

/** A new key for a paper that was lost or seen; the old one works until the new one is typed back. */
export function NewRecoveryKey() {
  const t = useTexts();
  const { queries } = useApi();
  const { recoveryKeyConfirmed } = useUnlocked();
  const [step, setStep] = useState<'none' | 'ask' | 'keep' | 'done'>('none');
  const make = useMutation(queries.setup.newRecoveryKey.mutationOptions({ onSuccess: () => setStep('keep') }));
  const close = () => setStep('none');
  return (
    <Section
      title={t('settings:recovery.title')}
      explain={t('settings:recovery.explain')}
      action={
        <Button variant="default" onClick={() => setStep('ask')}>
          {t('settings:recovery.makeNew')}
        </Button>
      }
    >
      {!recoveryKeyConfirmed && (
        <p>
          <Tag tone="due">{t('settings:recovery.notConfirmed')}</Tag>
        </p>
      )}
      <p role="status">{step === 'done' && t('settings:recovery.confirmed')}</p>
      {step === 'ask' && (
        <ConfirmDialog
          title={t('settings:recovery.confirmTitle')}
          confirmLabel={t('settings:recovery.confirm')}
          busy={make.isPending}
          problem={make.isError ? t('settings:failed') : null}
          onCancel={close}
          onConfirm={() => make.mutate(undefined)}
        >
          {t('settings:recovery.confirmText')}
        </ConfirmDialog>
      )}
      {step === 'keep' && (
        <Dialog title={t('setup:key.title')} titleHidden onClose={close}>
          <RecoveryKeySteps onDone={() => setStep('done')} onLater={close} />
        </Dialog>
      )}
    </Section>
  );
}
