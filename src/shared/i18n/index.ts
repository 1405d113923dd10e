import i18next, { type i18n } from 'i18next';
import type { Language } from '../contract/base.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof nl;
  }
}

/** Until somebody chooses: Dutch offices work in Dutch, whatever the language of their Windows. */
export const firstLanguage: Language = 'nl';

/** One instance for each process; each feature is a namespace: `t('callers:searchPlaceholder')`. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    fallbackLng: false,
    resources: { nl, en },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}
