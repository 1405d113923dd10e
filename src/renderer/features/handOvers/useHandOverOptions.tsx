import { useQuery } from '@tanstack/react-query';
import type { DoneHandOver, HandOver } from '../../../shared/contract/handOvers.ts';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useNow } from '../../app/format.ts';
import type { Option } from '../../components/Options.tsx';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import { DoneRow, ToDoRow } from './HandOverRows.tsx';
import { REFRESH_MS, useHandOverActions } from './useHandOvers.ts';
import { useHandOverWords } from './useHandOverWords.ts';

/** What colleagues handed over to this worker, their own call-backs, and what was done of what they asked. */
export function useHandOverOptions(): Option[] {
  const now = useNow();
  const { queries } = useApi();
  const { openCaller } = useNoteActions();
  const { markDone, markSeen } = useHandOverActions();
  const words = useHandOverWords();
  const { data } = useQuery(queries.handOvers.forMe.queryOptions({ refetchInterval: REFRESH_MS }));
  const { toDo, done } = data ?? { toDo: [], done: [] };

  const openCard = (handOver: HandOver | DoneHandOver): boolean => {
    if (handOver.callerId === null) return false;
    openCaller({ id: handOver.callerId, displayName: words.nameOf(handOver) });
    return true;
  };
  return [
    ...toDo.map((handOver, index) => ({
      id: `hand-over-${handOver.id}`,
      content: <ToDoRow handOver={handOver} now={now} isFirst={index === 0} />,
      onChoose: () => {
        if (!openCard(handOver)) openSheet({ kind: 'handOver', handOver });
      },
      onDone: () => markDone(handOver),
    })),
    ...done.map((handOver) => ({
      id: `done-${handOver.id}`,
      content: <DoneRow handOver={handOver} now={now} />,
      onChoose: () => {
        markSeen(handOver);
        openCard(handOver);
      },
    })),
  ];
}
