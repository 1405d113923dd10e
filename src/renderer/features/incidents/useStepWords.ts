import type { FollowingStep } from '../../../shared/contract/incidents.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';

/** A step that was decided, in words. */
export function useStepWords() {
  const t = useTexts();
  const format = useFormat();
  const period = ({ from, lastDay }: FollowingStep): string | null =>
    from === null || lastDay === null
      ? null
      : t('incidents:repeats.fromUntil', { from: format.shortDate(from), until: format.shortDate(lastDay) });
  return {
    /** What runs or is to come: `Contactverbod, 21 nov 2026 tot en met 20 dec 2026 · loopt`. */
    standing: (step: FollowingStep): string =>
      dotted([
        [t(`measures:step.${step.step}`), period(step)].filter(Boolean).join(', '),
        t(`measures:state.${step.state}`),
      ]),
    /** What was decided then, with its letters and how it stands. */
    decided: (step: FollowingStep): string => {
      const letters = step.letters.map(({ sentOn }) =>
        sentOn === null
          ? t('incidents:repeats.letterReady')
          : t('incidents:repeats.letterSent', { date: format.shortDate(sentOn) }),
      );
      const what = { step: t(`measures:step.${step.step}`), date: format.date(step.decidedAt) };
      return dotted([t('incidents:repeats.decided', what), t(`measures:state.${step.state}`), ...letters]);
    },
  };
}
