import { useLanguage, useTexts } from '../../app/texts.ts';

/** `3e in een jaar`, with the ending that the language gives the number. */
export function useNthInYear(): (count: number) => string {
  const t = useTexts();
  const language = useLanguage();
  return (count) => {
    const form = new Intl.PluralRules(language, { type: 'ordinal' }).select(count);
    const ending = form === 'one' || form === 'two' || form === 'few' ? form : 'other';
    return t('incidents:repeats.nth', { ordinal: t(`incidents:repeats.ordinal.${ending}`, { value: count }) });
  };
}
