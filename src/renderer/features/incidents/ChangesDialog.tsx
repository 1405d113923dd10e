import { Button } from '@mantine/core';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Changes } from './Changes.tsx';
import styles from './Correction.module.css';

export default function ChangesDialog({ incidentId, onClose }: { incidentId: number; onClose: () => void }) {
  const t = useTexts();
  // What is sent with these keys lies behind the dialog.
  useShortcuts('sheet', { 'Ctrl+Enter': onClose });
  return (
    <Dialog title={t('incidents:changes.title')} onClose={onClose}>
      <Changes incidentId={incidentId} />
      <div className={styles.buttons}>
        <Button data-autofocus variant="default" onClick={onClose}>
          {t('incidents:changes.close')}
        </Button>
      </div>
    </Dialog>
  );
}
