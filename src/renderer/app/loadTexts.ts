import i18next, { type i18n, type ResourceLanguage } from 'i18next';
import type { Language } from '../../shared/contract/base.ts';
import { deskWindow } from '../../shared/i18n/nl/deskWindow.ts';
import { firstLanguage, textOptions } from '../../shared/i18n/options.ts';

/** What a window shows in one language; each but the first is a script of its own, loaded when somebody chooses it. */
export type TextSource = Record<Language, () => Promise<ResourceLanguage>>;

export const deskTexts: TextSource = {
  nl: async () => deskWindow,
  en: async () => (await import('../../shared/i18n/en/deskWindow.ts')).deskWindow,
};

export const reviewTexts: TextSource = {
  nl: async () => ({
    ...(await deskTexts.nl()),
    ...(await import('../../shared/i18n/nl/reviewWindow.ts')).reviewWindow,
  }),
  en: async () => ({
    ...(await deskTexts.en()),
    ...(await import('../../shared/i18n/en/reviewWindow.ts')).reviewWindow,
  }),
};

/** The texts of a window; another language is fetched when somebody chooses it. */
export async function loadTexts(source: TextSource): Promise<i18n> {
  const first = await source[firstLanguage]();
  const instance = i18next.createInstance();
  instance.use({
    type: 'backend' as const,
    init: () => undefined,
    read: async (language: string, namespace: string) =>
      (await source[language === 'en' ? 'en' : 'nl']())[namespace] ?? {},
  });
  await instance.init({
    ...textOptions,
    lng: firstLanguage,
    ns: Object.keys(first),
    resources: { [firstLanguage]: first },
    partialBundledLanguages: true,
  });
  return instance;
}
