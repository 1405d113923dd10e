import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { useApi } from '../../app/api.ts';
import { createSaver, type SaveState } from '../../app/saver.ts';

/** What was typed in a form, as it was written down; null when that is nothing this form can read. */
function read<Content>(schema: z.ZodType<Content>, written: string | null): Content | null {
  if (written === null) return null;
  try {
    return schema.safeParse(JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
}

export interface Unfinished<Content> {
  /** Undefined until the core has told what was kept; a form is shown from then on. */
  kept: Content | null | undefined;
  saveState: SaveState;
  keep: (content: Content) => void;
  /** Once it is saved where it belongs, or thrown away. */
  drop: () => Promise<void>;
}

/**
 * Keeps what is typed in a form with every key, until it is saved or thrown away.
 * @param form which form, and about what: `phrase 12`, or `decision caller 12`
 * @param callerId whom it is about, if anybody: it goes with them
 */
export function useUnfinished<Content>(
  form: string,
  schema: z.ZodType<Content>,
  callerId: number | null = null,
): Unfinished<Content> {
  const { client, queries } = useApi();
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const options = { input: { form }, gcTime: 0, refetchOnMount: 'always' } as const;
  const found = useQuery(queries.unfinished.get.queryOptions(options));

  const saver = useMemo(
    () =>
      createSaver<Content>(
        (content) => client.unfinished.keep({ form, callerId, content: JSON.stringify(content) }),
        setSaveState,
      ),
    [client, form, callerId],
  );
  useEffect(() => () => void saver.flush(), [saver]);

  return {
    kept: found.isFetchedAfterMount ? read(schema, found.data?.content ?? null) : undefined,
    saveState,
    keep: (content: Content) => saver.change(content),
    async drop(): Promise<void> {
      await saver.stop();
      await client.unfinished.drop({ form });
      setSaveState('untouched');
    },
  };
}
