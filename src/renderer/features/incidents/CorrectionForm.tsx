import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { useLeaving } from '../unfinished/useLeaving.ts';
import styles from './Correction.module.css';
import { CorrectionFields } from './CorrectionFields.tsx';
import { CorrectionMessage } from './CorrectionMessage.tsx';
import { useCorrectable } from './useCorrectable.ts';
import { type CorrectionStart, useCorrection } from './useCorrection.ts';

interface Parts {
  fields: ReactNode;
  save: ReactNode;
  cancel: ReactNode;
  message: ReactNode;
}

interface Props {
  incidentId: number;
  /** The request that it is put right for, if any. */
  requestId?: number;
  onClose: () => void;
  /** Called with the sentence that says it was saved. */
  onSaved: (said: string) => void;
  /** Where the parts stand. */
  frame: (parts: Parts) => ReactNode;
}

/** What is corrected of an incident, for whichever frame it stands in. */
export function CorrectionForm({ incidentId, requestId, ...rest }: Props) {
  const found = useCorrectable(incidentId);
  const start = found && (requestId === undefined ? found : { ...found, requestId });
  return start && <Form {...rest} start={start} />;
}

interface FormProps extends Omit<Props, 'incidentId' | 'requestId'> {
  start: Omit<CorrectionStart, 'onSaved'>;
}

function Form({ start, onClose, onSaved, frame }: FormProps) {
  const t = useTexts();
  const correction = useCorrection({ ...start, onSaved: () => onSaved(t('incidents:correct.saved')) });
  const cancel = useLeaving(start.unfinished, onClose);
  useShortcuts('sheet', { 'Ctrl+Enter': () => void correction.submit() });
  return frame({
    fields: <CorrectionFields correction={correction} found={start.found} />,
    save: (
      <Button onClick={() => void correction.submit()} aria-keyshortcuts="Control+Enter">
        {t('incidents:correct.save')}
        <KeyHint>Ctrl ⏎</KeyHint>
      </Button>
    ),
    cancel: (
      <Button variant="default" onClick={cancel}>
        {t('common:cancel')}
      </Button>
    ),
    message: (
      <div className={styles.message}>
        <CorrectionMessage correction={correction} />
      </div>
    ),
  });
}
