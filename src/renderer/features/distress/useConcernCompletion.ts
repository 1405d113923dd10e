import { useEffect, useMemo, useState } from 'react';
import type { Concern, ConcernCompletion } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { createSaver, type SaveState } from '../../app/saver.ts';
import { readTime } from '../../app/typedTime.ts';

/** What is added to a record is kept as it is typed; a time that is none yet waits until it is one. */
export function useConcernCompletion(concern: Concern) {
  const { client } = useApi();
  const { id: concernId } = concern;
  const [completion, setCompletion] = useState(concern.completion);
  const [typedTime, setTypedTime] = useState(concern.completion.takenOverAt);
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const time = typedTime.trim() === '' ? '' : readTime(typedTime);

  const saver = useMemo(
    () =>
      createSaver(
        (newest: ConcernCompletion) => client.distress.complete({ concernId, completion: newest, done: false }),
        setSaveState,
      ),
    [client, concernId],
  );
  useEffect(() => () => void saver.flush(), [saver]);

  function change(part: Partial<ConcernCompletion>): void {
    const changed = { ...completion, ...part };
    setCompletion(changed);
    saver.change(changed);
  }

  return {
    completion,
    typedTime,
    badTime: time === null,
    saveState,
    change,
    typeTime(typed: string): void {
      setTypedTime(typed);
      const read = typed.trim() === '' ? '' : readTime(typed);
      if (read !== null) change({ takenOverAt: read });
    },
    /** Keeps it all and takes the record off the list; false when that did not work. */
    async finish(): Promise<boolean> {
      if (time === null) return false;
      await saver.stop();
      try {
        await client.distress.complete({ concernId, completion, done: true });
        return true;
      } catch {
        setSaveState('failed');
        return false;
      }
    },
  };
}
