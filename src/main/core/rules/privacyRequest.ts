import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { OthersTold, RequestKind, RequestOutcome } from '../../../shared/contract/privacyRequests.ts';
import { stateOf } from './contactBan.ts';
import type { PastMeasure } from './retention.ts';

const later = (day: string, months: number): string => format(addMonths(parseISO(day), months), 'yyyy-MM-dd');

/** The last day to answer: within a month, or two months more where it was extended (GDPR, article 12, third paragraph). */
export function dueOnOf(receivedOn: string, isExtended: boolean): string {
  return later(receivedOn, isExtended ? 3 : 1);
}

interface Answer {
  outcome: RequestOutcome;
  othersTold: OthersTold | null;
}

/** What an answer still lacks: when something was put right, whoever had it must hear of it (GDPR, article 19). */
export function missingInAnswer(kind: RequestKind, { outcome, othersTold }: Answer): 'othersTold' | null {
  return kind === 'rectification' && outcome !== 'refused' && othersTold === null ? 'othersTold' : null;
}

export interface Needed {
  reason: 'running' | 'objection' | 'policeReport';
  /** The last day on which it is needed, where that is known. */
  until: string | null;
}

/** What of a caller may not be erased yet, and until when. */
export function stillNeeded(measures: readonly PastMeasure[], now: number, timeZone: string): Needed[] {
  return measures.flatMap((measure): Needed[] => {
    const needed: Needed[] = [];
    const state = stateOf(measure, now, timeZone);
    if (state === 'running' || state === 'planned') needed.push({ reason: 'running', until: measure.lastDay });
    if (measure.openObjections > 0) needed.push({ reason: 'objection', until: null });
    const isReported = measure.step === 'policeReport' && measure.liftedAt === null && measure.outcome.trim() === '';
    if (isReported) needed.push({ reason: 'policeReport', until: null });
    return needed;
  });
}
