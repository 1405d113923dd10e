import { Button } from '@mantine/core';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import styles from './Correction.module.css';
import { Repeats } from './Repeats.tsx';

interface Props {
  callerId: number;
  callerName: string;
  onClose: () => void;
}

export default function RepeatsDialog({ callerId, callerName, onClose }: Props) {
  const t = useTexts();
  // What is sent with these keys lies behind the dialog.
  useShortcuts('sheet', { 'Ctrl+Enter': onClose });
  return (
    <Dialog title={`${t('incidents:repeats.title')}: ${callerName}`} wide onClose={onClose}>
      <Repeats callerId={callerId} />
      <div className={styles.buttons}>
        <Button data-autofocus variant="default" onClick={onClose}>
          {t('incidents:changes.close')}
        </Button>
      </div>
    </Dialog>
  );
}
