import type { BreakState } from '../../../shared/contract/breaks.ts';
import type { Texts } from '../../app/texts.ts';

/** Minutes under which a number says less than words. */
const SHORT_SPAN = 5;

/** In one sentence why a break is proposed: what happened, and that it is a house rule. */
export function becauseOf({ because, line, suggestedMinutes: rest }: BreakState, t: Texts): string {
  const { incidents, minutes, verySerious } = because;
  if (verySerious) return t('breaks:prompt.verySerious', { rest });
  if (incidents === 1) return t('breaks:prompt.oneIncident', { rest });
  if (incidents === 0) return t('breaks:prompt.other', { rest });
  const span = minutes < SHORT_SPAN ? t('breaks:prompt.shortSpan') : t('breaks:prompt.span', { count: minutes });
  return line === 'insist'
    ? t('breaks:prompt.incidentsInsist', { number: incidents, span, rest })
    : t('breaks:prompt.incidents', { number: incidents, span, rest });
}
