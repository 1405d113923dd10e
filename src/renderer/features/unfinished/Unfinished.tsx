import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { SaveState } from '../../app/saver.ts';
import { useUnfinished } from './useUnfinished.ts';

export interface Typing<Content> {
  start: Content;
  /** The start is what was typed before and not saved. */
  resumed: boolean;
  saveState: SaveState;
  keep: (content: Content) => void;
  drop: () => Promise<void>;
}

interface Props<Content> {
  /** Which form, and about what: `training 12`, or `decision caller 12`. */
  form: string;
  schema: z.ZodType<Content>;
  /** What the form starts with when nothing was typed. */
  empty: Content;
  /** Whom it is about, if anybody: it goes with them. */
  callerId?: number;
  children: (typing: Typing<Content>) => ReactNode;
}

/** Shows a form once it is known what was typed in it before. */
export function Unfinished<Content>({ form, schema, empty, callerId, children }: Props<Content>) {
  const { kept, ...typing } = useUnfinished(form, schema, callerId);
  return kept === undefined ? null : children({ ...typing, start: kept ?? empty, resumed: kept !== null });
}
