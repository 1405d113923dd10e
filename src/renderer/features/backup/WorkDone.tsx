import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import type { BackupOutcome, BackupWork } from './useBackupWork.ts';

interface Props {
  doing: BackupWork['what'] | null;
  result: BackupOutcome | null;
  whenOf: (name: string) => string;
}

/** How far a backup is that is being made or read through, or what came of it. */
export function WorkDone({ doing, result, whenOf }: Props) {
  const t = useTexts();
  const format = useFormat();

  function said(): string | null {
    if (doing !== null) return t(doing === 'make' ? 'backup:making' : 'backup:checking');
    if (result?.outcome === 'made') return t('backup:made', { time: format.time(result.madeAt) });
    if (result?.outcome === 'whole') return t('backup:whole', { when: whenOf(result.name) });
    return result?.outcome === 'stopped' ? t('backup:stopped') : null;
  }

  function problem(): string | null {
    if (result?.outcome === 'failed') return t('backup:failed');
    if (result?.outcome === 'checkFailed') return t('backup:checkFailed');
    return result?.outcome === 'notWhole' ? t('backup:notWhole', { when: whenOf(result.name) }) : null;
  }

  const words = said();
  const failure = problem();
  return (
    <>
      <p role="status">{words}</p>
      {doing !== null && <BackupProgress key={doing} label={words ?? t('backup:making')} />}
      {failure && <FieldError>{failure}</FieldError>}
    </>
  );
}
