import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { BreakTimer } from './BreakTimer.tsx';
import { BucketActions } from './BucketActions.tsx';
import { BucketExplained } from './BucketExplained.tsx';
import { useBreakState } from './useBreaks.ts';

/** While a break runs its timer and nothing else, otherwise the bucket explained and a way to begin one. */
export function BreakSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const state = useBreakState();
  const running = state?.running;
  const title = !state || running ? t('breaks:timer.title') : t('breaks:bucket.title');
  return (
    <Sheet
      title={running?.kind === 'otherWork' ? t('breaks:timer.otherWork') : title}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      toRead={!running}
      footer={state && !running && <BucketActions state={state} />}
    >
      {state && running && <BreakTimer state={state} running={running} />}
      {state && !running && <BucketExplained state={state} />}
    </Sheet>
  );
}
