import { z } from 'zod';
import { trendEventKind } from '../../../shared/contract/trends.ts';

/** An event while it is typed: a day may still be missing. */
export const typedEvent = z.object({
  kind: trendEventKind,
  from: z.string(),
  lastDay: z.string(),
  what: z.string(),
});
export type TypedEvent = z.infer<typeof typedEvent>;
