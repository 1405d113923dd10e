import i18next, { type i18n } from 'i18next';
import type { Language } from '../contract/base.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';
import { textOptions } from './options.ts';

/** One instance for each process; each feature is a namespace: `t('callers:searchPlaceholder')`. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  instance.init({ ...textOptions, lng: language, resources: { nl, en }, initAsync: false });
  return instance;
}
