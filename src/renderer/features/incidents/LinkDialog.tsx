import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { ChooseCaller } from '../callers/ChooseCaller.tsx';
import styles from './Correction.module.css';

/** Says whom an incident was with, once that is known. */
export default function LinkDialog({ incidentId, onClose }: { incidentId: number; onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const link = useMutation(queries.incidents.correct.mutationOptions());
  // What is sent with these keys lies behind the dialog.
  useShortcuts('sheet', { 'Ctrl+Enter': () => undefined });
  return (
    <Dialog title={t('incidents:link.open')} onClose={onClose}>
      <ChooseCaller
        onChoose={({ id: callerId, displayName: name }) =>
          link.mutate(
            { incidentId, correction: { callerId }, why: '' },
            {
              onSuccess: () => {
                announce(t('incidents:link.linked', { name }));
                onClose();
              },
            },
          )
        }
      />
      {link.isError && <FieldError>{t('incidents:correct.failed')}</FieldError>}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
