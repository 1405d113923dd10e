import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/contract/base.ts';

export type Texts = i18n['t'];

/** Every text by its namespace and key: `t('callers:searchPlaceholder')`. */
export function useTexts(): Texts {
  return useTranslation().i18n.t;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'nl';
}
