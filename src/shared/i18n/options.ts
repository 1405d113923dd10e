import type { InitOptions } from 'i18next';
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
