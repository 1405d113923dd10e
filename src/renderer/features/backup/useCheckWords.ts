import type { BackupCheck } from '../../../shared/contract/backup.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';

/** When a backup was read through and whether it was whole then, in words; opening it says less. */
export function useCheckWords(): (lastCheck: BackupCheck | null) => string {
  const t = useTexts();
  const format = useFormat();
  return (lastCheck) => {
    if (!lastCheck) return t('backup:lastCheck.none');
    const when = `${format.date(lastCheck.at)} ${format.time(lastCheck.at)}`;
    return t(lastCheck.isWhole ? 'backup:lastCheck.whole' : 'backup:lastCheck.notWhole', { when });
  };
}
