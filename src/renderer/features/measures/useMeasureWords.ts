import type { BannableChannel } from '../../../shared/contract/measureDecision.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';

/** What a measure is, in words that can stand in the middle of a line. */
export function useMeasureWords() {
  const t = useTexts();
  const language = useLanguage();
  return {
    /** `telefoon en balie`. */
    channels: (channels: readonly BannableChannel[]): string =>
      new Intl.ListFormat(language).format(
        channels.map((channel) => t(`contacts:channel.${channel}`).toLocaleLowerCase(language)),
      ),
  };
}
