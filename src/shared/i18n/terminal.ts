import type { Language } from '../contract/base.ts';

/** The language of a terminal, by the variables that tell it; English where they tell nothing. */
export function terminalLanguage(environment: Record<string, string | undefined>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('nl') ? 'nl' : 'en';
}
