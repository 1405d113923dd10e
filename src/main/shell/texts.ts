import type { i18n } from 'i18next';
import type { Language } from '../../shared/contract/base.ts';
import type { SessionState } from '../../shared/contract/session.ts';
import { createI18n } from '../../shared/i18n/index.ts';
import { firstLanguage } from '../../shared/i18n/options.ts';

export type Texts = i18n['t'];

/** The texts of the main process in the language of whoever works here. */
export function textsFor(state: SessionState | null): Texts {
  return createI18n(languageOf(state)).t;
}

function languageOf(state: SessionState | null): Language {
  switch (state?.kind) {
    case 'unlocked':
      return state.user.language;
    case 'locked':
      return state.language;
    default:
      return firstLanguage;
  }
}
