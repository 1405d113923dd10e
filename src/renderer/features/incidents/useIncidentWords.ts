import type { Behaviour, Outcome, Severity } from '../../../shared/contract/incidentKinds.ts';
import { useTexts } from '../../app/texts.ts';

/** What an incident was, in words that can stand in the middle of a line. */
export function useIncidentWords() {
  const t = useTexts();
  return {
    behaviours: (behaviours: Behaviour[]): string =>
      behaviours.map((behaviour) => t(`incidents:behaviour.${behaviour}`).toLocaleLowerCase()).join(', '),
    severity: (severity: Severity): string => t(`incidents:severity.${severity}`).toLocaleLowerCase(),
    outcomes: (outcomes: Outcome[]): string =>
      outcomes.map((outcome) => t(`incidents:outcome.${outcome}`).toLocaleLowerCase()).join(', '),
  };
}
