import { useEffect, useMemo, useRef, useState } from 'react';
import type {
  ShareForm,
  ShareObstacle,
  SharePreview,
  ShareWay,
  Sharing,
} from '../../../shared/contract/concernSharing.ts';
import { useApi } from '../../app/api.ts';
import { createSaver, type SaveState } from '../../app/saver.ts';
import { saveFile } from '../setup/saveFile.ts';

/** What is going to be told: kept as it is chosen, with how it would be told and what still stands in the way. */
export function useSharing(concernId: number, begun: Sharing) {
  const { client } = useApi();
  const [form, setForm] = useState(begun.form);
  const [preview, setPreview] = useState<SharePreview>(begun);
  const [problem, setProblem] = useState<ShareObstacle | 'failed' | null>(null);
  const newest = useRef<SharePreview>(begun);
  const saveState = useRef<SaveState>('untouched');

  const saver = useMemo(
    () =>
      createSaver(
        async (chosen: ShareForm) => {
          newest.current = await client.distress.keepSharing({ concernId, form: chosen });
          setPreview(newest.current);
        },
        (state) => {
          saveState.current = state;
        },
      ),
    [client, concernId],
  );
  useEffect(() => () => void saver.flush(), [saver]);

  /** What stands in the way once everything chosen is kept. */
  async function findProblem(): Promise<ShareObstacle | 'failed' | null> {
    await saver.flush();
    const found = saveState.current === 'failed' ? 'failed' : newest.current.obstacle;
    setProblem(found);
    return found;
  }

  return {
    form,
    preview,
    problem,
    change(part: Partial<ShareForm>): void {
      const changed = { ...form, ...part };
      setForm(changed);
      setProblem(null);
      saver.change(changed);
    },
    findProblem,
    /** It was told; false when it was not recorded. */
    async tell(way: ShareWay): Promise<boolean> {
      if (await findProblem()) return false;
      try {
        const { shareId } = await client.distress.share({ concernId, way });
        if (way === 'paper') {
          const { name, content } = await client.distress.shareDocument({ shareId });
          saveFile(name, content);
        }
        return true;
      } catch {
        setProblem('failed');
        return false;
      }
    },
  };
}

export type SharingInHand = ReturnType<typeof useSharing>;
