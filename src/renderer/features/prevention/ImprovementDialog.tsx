import type { Improvement } from '../../../shared/contract/prevention.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useUnfinished } from '../unfinished/useUnfinished.ts';
import { ImprovementForm } from './ImprovementForm.tsx';
import { asTyped, emptyImprovement, typedImprovement } from './typedImprovement.ts';

interface Props {
  /** Null for a new one. */
  improvement: Improvement | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Adds an improvement, or changes one; what is typed is there again after it was closed. */
export function ImprovementDialog({ improvement, onClose, onSaved }: Props) {
  const t = useTexts();
  const unfinished = useUnfinished(improvement ? `improvement ${improvement.id}` : 'newImprovement', typedImprovement);
  return (
    <Dialog
      title={t(improvement ? 'prevention:improvements.changeTitle' : 'prevention:improvements.addTitle')}
      onClose={onClose}
    >
      {unfinished.kept !== undefined && (
        <ImprovementForm
          improvementId={improvement?.id ?? null}
          start={unfinished.kept ?? (improvement ? asTyped(improvement) : emptyImprovement)}
          unfinished={unfinished}
          onClose={onClose}
          onSaved={onSaved}
        />
      )}
    </Dialog>
  );
}
