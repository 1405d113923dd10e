import type { ComponentProps } from 'react';
import type { z } from 'zod';
import type { HandOver, HandOverChoice, handOverChoices } from '../../../shared/contract/handOvers.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import type { Tag } from '../../components/Tag.tsx';

type Worker = z.infer<typeof handOverChoices>['workers'][number];
type Tone = ComponentProps<typeof Tag>['tone'];

const tones = { later: 'plain', due: 'due', late: 'stop' } as const satisfies Record<HandOver['state'], Tone>;

/** Hand-overs in words, the same wherever they are shown. */
export function useHandOverWords() {
  const t = useTexts();
  const format = useFormat();
  const { user } = useUnlocked();

  const nameOf = ({ callerName }: { callerName: string | null }): string => callerName ?? t('desk:unknownCaller');

  /** A moment to come or past: `14:30`, `morgen 09:00`, `gisteren 16:00`. */
  function moment(at: number, now: number): string {
    if (format.dayOf(at) === format.dayOf(now)) return format.time(at);
    return at < now ? format.ago(at, now) : format.until(at, now);
  }

  return {
    nameOf,
    moment,
    tone: (state: HandOver['state']): Tone => tones[state],
    /** When, and in words whether that is now or past. */
    due: ({ dueAt, state }: HandOver, now: number): string =>
      t(`handOvers:state.${state}`, { when: moment(dueAt, now) }),
    /** What a worker is asked to do. */
    toDo(handOver: HandOver): string {
      const name = nameOf(handOver);
      if (handOver.kind === 'callBack') return t('handOvers:toDo.callBack', { name });
      if (handOver.givenByYou) return t('handOvers:toDoOwn', { name });
      return t('handOvers:toDo.handOver', { name, giver: handOver.giverName });
    },
    /** Who is asked, in a sentence. */
    receiver({ receiverName, receiverRole, toYou }: HandOver): string {
      if (receiverName === null) return t(`handOvers:roleInLine.${receiverRole}`);
      return toYou ? t('handOvers:youInLine') : receiverName;
    },
    /** The choice on its button. */
    chosen({ kind, to, dueAt }: HandOverChoice, workers: readonly Worker[], now: number): string {
      const when = moment(dueAt, now);
      if (kind === 'callBack' && to.kind === 'worker' && to.userId === user.id) {
        return t('handOvers:chosen.callBack', { when });
      }
      const worker = to.kind === 'worker' ? workers.find(({ id }) => id === to.userId) : undefined;
      const name = to.kind === 'worker' ? (worker?.name ?? '') : t(`handOvers:roleInLine.${to.role}`);
      const who = to.kind === 'worker' && to.userId === user.id ? t('handOvers:youInLine') : name;
      return t(kind === 'callBack' ? 'handOvers:chosenBy' : 'handOvers:chosen.handOver', { who, when });
    },
  };
}
