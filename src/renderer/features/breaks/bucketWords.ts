import type { BreakState } from '../../../shared/contract/breaks.ts';
import type { Texts } from '../../app/texts.ts';

/** What the picture of the bucket says. */
export function bucketWords({ level, line }: BreakState, t: Texts): string {
  const percent = Math.round(level * 100);
  if (line === 'insist') return t('breaks:bucket.overSecond');
  if (line === 'suggest') return t('breaks:bucket.overFirst', { percent });
  return percent === 0 ? t('breaks:bucket.empty') : t('breaks:bucket.some', { percent });
}
