import type { Noted, RecoverableBackup } from '../../../shared/contract/backup.ts';
import { useNow } from '../../app/format.ts';
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

const HOUR = 3_600_000;

/** How old a backup is and what it lacks, as far as that can be told: `3 uur oud, mist 12 gesprekken en 1 incident`. */
export function useLostWords(): (backup: Pick<RecoverableBackup, 'madeAt' | 'lost'>) => string {
  const t = useTexts();
  const now = useNow();
  const notedWords = useNotedWords();

  function ageOf(madeAt: number): string {
    const hours = Math.floor((now - madeAt) / HOUR);
    if (hours < 1) return t('backup:lost.fresh');
    if (hours < 48) return t('backup:lost.hoursOld', { count: hours });
    return t('backup:lost.daysOld', { count: Math.floor(hours / 24) });
  }

  function lackOf(lost: Noted | null): string {
    if (!lost) return t('backup:lost.unknown');
    if (lost.contacts + lost.incidents === 0) return t('backup:lost.nothing');
    return t('backup:lost.missing', { what: notedWords(lost) });
  }

  return ({ madeAt, lost }) => t('backup:lost.aged', { age: ageOf(madeAt), lost: lackOf(lost) });
}
