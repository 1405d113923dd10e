import type { BreakState } from '../../../shared/contract/breaks.ts';
import type { Texts } from '../../app/texts.ts';

/** Minutes under which a number says less than words. */
const SHORT_SPAN = 5;

/** What filled the bucket, in a few words that fit in a sentence. */
function whatFilled({ because }: BreakState, t: Texts): string {
  const { incidents, concerns, minutes, carriedOver } = because;
  const span = minutes < SHORT_SPAN ? t('breaks:prompt.shortSpan') : t('breaks:prompt.span', { count: minutes });
  const parts: string[] = [
    incidents > 0 && t('breaks:prompt.incidents', { count: incidents, span }),
    concerns > 0 && t('breaks:prompt.concerns', { count: concerns }),
    carriedOver && t('breaks:prompt.before'),
  ].filter((part) => part !== false);
  return parts.reduce((one, other) => t('breaks:prompt.both', { one, other }));
}

/** In one sentence why a break is proposed: what happened, and that it is a house rule. */
export function becauseOf(state: BreakState, t: Texts): string {
  const { because, line, suggestedMinutes: rest } = state;
  if (because.verySerious) return t('breaks:prompt.verySerious', { rest });
  const what = whatFilled(state, t);
  return t(line === 'insist' ? 'breaks:prompt.insistWhy' : 'breaks:prompt.suggestWhy', { what, rest });
}
