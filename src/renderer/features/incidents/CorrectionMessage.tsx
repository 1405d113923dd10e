import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import type { Correction } from './useCorrection.ts';

/** Beside the button that saves: what is in the way, or that nothing is lost. */
export function CorrectionMessage({ correction: { problem, saveState } }: { correction: Correction }) {
  const t = useTexts();
  return problem ? <FieldError>{t(`incidents:correct.${problem}`)}</FieldError> : <KeptLine saveState={saveState} />;
}
