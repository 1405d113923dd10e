import { confirm } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import styles from './Correction.module.css';
import { CorrectionForm } from './CorrectionForm.tsx';

interface Props {
  incidentId: number;
  onClose: () => void;
}

/** The worker's own incident, corrected at the desk. */
export default function CorrectionSheet({ incidentId, onClose }: Props) {
  const t = useTexts();
  return (
    <CorrectionForm
      incidentId={incidentId}
      onClose={onClose}
      onSaved={(said) => {
        onClose();
        confirm(said);
      }}
      frame={({ fields, save, cancel, message }) => (
        <Sheet
          title={t('incidents:correct.title')}
          closeLabel={t('desk:escKeeps')}
          onClose={onClose}
          footer={
            <div className={styles.footer}>
              {message}
              {cancel}
              {save}
            </div>
          }
        >
          {fields}
        </Sheet>
      )}
    />
  );
}
