import type { TFunction } from 'i18next';
import type { Language } from '../../shared/contract/base.ts';
import type { SessionState } from '../../shared/contract/session.ts';
import { common as commonInEnglish } from '../../shared/i18n/en/common.ts';
import { window as windowInEnglish } from '../../shared/i18n/en/window.ts';
import { common } from '../../shared/i18n/nl/common.ts';
import { window } from '../../shared/i18n/nl/window.ts';
import { firstLanguage, textsIn } from '../../shared/i18n/options.ts';

/** Only what the desktop itself shows: a start does not wait for the texts of the windows. */
const resources = { nl: { common, window }, en: { common: commonInEnglish, window: windowInEnglish } };

export type Texts = TFunction<['common', 'window']>;

/** The texts of the main process in the language of whoever works here. */
export function textsFor(state: SessionState | null): Texts {
  return textsIn(languageOf(state), resources).t;
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
