import type { Noted } from '../../../shared/contract/backup.ts';
import { useTexts } from '../../app/texts.ts';

/** What was noted, in words: `12 gesprekken en 1 incident`. */
export function useNotedWords(): (noted: Noted) => string {
  const t = useTexts();
  return ({ contacts, incidents }) =>
    t('backup:lost.both', {
      contacts: t('backup:lost.contacts', { count: contacts }),
      incidents: t('backup:lost.incidents', { count: incidents }),
    });
}

/** What a backup lacks of what was noted since, as far as that can be told. */
export function useLostWords(): (lost: Noted | null) => string {
  const t = useTexts();
  const notedWords = useNotedWords();
  return (lost) => {
    if (!lost) return t('backup:lost.unknown');
    if (lost.contacts + lost.incidents === 0) return t('backup:lost.nothing');
    return t('backup:lost.missing', { what: notedWords(lost) });
  };
}
