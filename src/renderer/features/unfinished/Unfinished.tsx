import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { SaveState } from '../../app/saver.ts';
import { useUnfinished } from './useUnfinished.ts';

export interface Typing<Content> {
  start: Content;
  saveState: SaveState;
  keep: (content: Content) => void;
  drop: () => Promise<void>;
}

interface Props<Content> {
  /** Which form, and about what: `training 12`. */
  form: string;
  schema: z.ZodType<Content>;
  /** What the form starts with when nothing was typed. */
  empty: Content;
  children: (typing: Typing<Content>) => ReactNode;
}

/** Shows a form once it is known what was typed in it before. */
export function Unfinished<Content>({ form, schema, empty, children }: Props<Content>) {
  const { kept, ...typing } = useUnfinished(form, schema);
  return kept === undefined ? null : children({ ...typing, start: kept ?? empty });
}
