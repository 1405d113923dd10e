import type { BreakState } from '../../../shared/contract/breaks.ts';
import type { Texts } from '../../app/texts.ts';

/** In one sentence why a break is proposed: what happened, and that it is a house rule. */
export function becauseOf({ because, line, suggestedMinutes: rest }: BreakState, t: Texts): string {
  const { incidents, minutes, verySerious } = because;
  if (verySerious) return t('breaks:prompt.verySerious', { rest });
  if (incidents === 1) return t('breaks:prompt.oneIncident', { rest });
  if (incidents === 0) return t('breaks:prompt.other', { rest });
  const span = Math.max(1, minutes);
  return line === 'insist'
    ? t('breaks:prompt.incidentsInsist', { number: incidents, minutes: span, rest })
    : t('breaks:prompt.incidents', { number: incidents, minutes: span, rest });
}
