import { Button } from '@mantine/core';
import { announce } from '../../app/announce.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import styles from './Correction.module.css';
import { CorrectionFields } from './CorrectionFields.tsx';
import { CorrectionMessage } from './CorrectionMessage.tsx';
import { useCorrectable } from './useCorrectable.ts';
import { type CorrectionStart, useCorrection } from './useCorrection.ts';

interface Props {
  incidentId: number;
  onClose: () => void;
}

/** Any incident, corrected by a manager. */
export default function CorrectionDialog({ incidentId, onClose }: Props) {
  const start = useCorrectable(incidentId);
  return start && <Form start={start} onClose={onClose} />;
}

function Form({ start, onClose }: { start: Omit<CorrectionStart, 'onSaved'>; onClose: () => void }) {
  const t = useTexts();
  const correction = useCorrection({
    ...start,
    onSaved: () => {
      onClose();
      announce(t('incidents:correct.saved'));
    },
  });
  useShortcuts('sheet', { 'Ctrl+Enter': () => void correction.submit() });
  return (
    <Dialog title={t('incidents:correct.title')} onClose={onClose}>
      <CorrectionFields correction={correction} found={start.found} />
      <div className={styles.buttons}>
        <Button onClick={() => void correction.submit()} aria-keyshortcuts="Control+Enter">
          {t('incidents:correct.save')}
          <KeyHint>Ctrl ⏎</KeyHint>
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <div className={styles.message}>
          <CorrectionMessage correction={correction} />
        </div>
      </div>
    </Dialog>
  );
}
