import { Button } from '@mantine/core';
import { confirm } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import styles from './Correction.module.css';
import { CorrectionFields } from './CorrectionFields.tsx';
import { CorrectionMessage } from './CorrectionMessage.tsx';
import { useCorrectable } from './useCorrectable.ts';
import { type CorrectionStart, useCorrection } from './useCorrection.ts';

interface Props {
  incidentId: number;
  onClose: () => void;
}

/** The worker's own incident, corrected at the desk. */
export default function CorrectionSheet({ incidentId, onClose }: Props) {
  const start = useCorrectable(incidentId);
  return start && <Form start={start} onClose={onClose} />;
}

function Form({ start, onClose }: { start: Omit<CorrectionStart, 'onSaved'>; onClose: () => void }) {
  const t = useTexts();
  const correction = useCorrection({
    ...start,
    onSaved: () => {
      onClose();
      confirm(t('incidents:correct.saved'));
    },
  });
  useShortcuts('sheet', { 'Ctrl+Enter': () => void correction.submit() });
  return (
    <Sheet
      title={t('incidents:correct.title')}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <div className={styles.message}>
            <CorrectionMessage correction={correction} />
          </div>
          <Button onClick={() => void correction.submit()} aria-keyshortcuts="Control+Enter">
            {t('incidents:correct.save')}
            <KeyHint>Ctrl ⏎</KeyHint>
          </Button>
        </div>
      }
    >
      <CorrectionFields correction={correction} found={start.found} />
    </Sheet>
  );
}
