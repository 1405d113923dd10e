import type { SaveState } from '../../app/saver.ts';
import { useTexts } from '../../app/texts.ts';

/** Whether what is typed in a form would be there again after the power went. */
export function KeptLine({ saveState }: { saveState: SaveState }) {
  const t = useTexts();
  switch (saveState) {
    case 'untouched':
      return null;
    case 'saving':
      return <small>{t('unfinished:keeping')}</small>;
    case 'saved':
      return <small>{t('unfinished:kept')}</small>;
    case 'failed':
      return <small>{t('unfinished:notKept')}</small>;
  }
}
