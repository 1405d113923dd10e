import { announce } from '../../app/announce.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import styles from './Correction.module.css';
import { CorrectionForm } from './CorrectionForm.tsx';

interface Props {
  incidentId: number;
  /** The request that it is put right for, if any. */
  requestId?: number;
  onClose: () => void;
}

/** Any incident, corrected by a manager. */
export default function CorrectionDialog({ incidentId, requestId, onClose }: Props) {
  const t = useTexts();
  return (
    <CorrectionForm
      incidentId={incidentId}
      {...(requestId === undefined ? {} : { requestId })}
      onClose={onClose}
      onSaved={(said) => {
        onClose();
        announce(said);
      }}
      frame={({ fields, save, cancel, message }) => (
        <Dialog title={t('incidents:correct.title')} onClose={onClose}>
          {fields}
          <div className={styles.buttons}>
            {save}
            {cancel}
            {message}
          </div>
        </Dialog>
      )}
    />
  );
}
