import type { HandOver } from '../../../shared/contract/handOvers.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { HandOverItem } from './HandOverItem.tsx';
import { useHandOverActions } from './useHandOvers.ts';
import { useHandOverWords } from './useHandOverWords.ts';

interface Props {
  handOver: HandOver;
  onClose: () => void;
}

/** A hand-over about somebody who has no card. */
export function HandOverSheet({ handOver, onClose }: Props) {
  const t = useTexts();
  const words = useHandOverWords();
  const { markDone } = useHandOverActions();

  function done(): void {
    markDone(handOver);
    onClose();
  }

  useShortcuts('sheet', { 'Alt+k': done });
  return (
    <Sheet title={words.toDo(handOver)} closeLabel={t('desk:escBack')} onClose={onClose}>
      <HandOverItem handOver={handOver} shortcut="Alt+K" onDone={done} />
    </Sheet>
  );
}
