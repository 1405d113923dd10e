import i18next, { type InitOptions, type i18n, type Resource } from 'i18next';
import type { Language } from '../contract/base.ts';
import type { nl } from './nl/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof nl;
  }
}

/** Until somebody chooses: Dutch offices work in Dutch, whatever the language of their Windows. */
export const firstLanguage: Language = 'nl';

/** The same in every process. */
export const textOptions = {
  fallbackLng: false,
  defaultNS: 'common',
  interpolation: { escapeValue: false },
} satisfies InitOptions;

/** Each feature is a namespace: `t('callers:searchPlaceholder')`. */
export function textsIn(language: Language, resources: Record<Language, Resource[string]>): i18n {
  const instance = i18next.createInstance();
  instance.init({ ...textOptions, lng: language, resources, initAsync: false });
  return instance;
}
