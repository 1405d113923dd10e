import { z } from 'zod';
import { id, nothing, procedure } from './base.ts';

/**
 * Which form it was typed in, and about what: `phrase 12`. One about a card, `decision caller 12`, is found under the
 * other card when that one is merged into it.
 */
const form = z
  .string()
  .regex(/^[a-zA-Z]+(( caller)? \d+)?$/)
  .max(60);

/** What somebody is typing in a form and has not saved yet: kept with every key, seen by nobody else. */
export const unfinished = {
  /** What was typed, as the form wrote it down; null when nothing was. */
  get: procedure('user')
    .input(z.object({ form }))
    .output(z.object({ content: z.string().nullable() })),
  keep: procedure('user', { keeps: true })
    .input(
      z.object({
        form,
        content: z.string().max(60_000),
        /** Whom it is about: it goes with them when they are taken away. */
        callerId: id.nullable(),
      }),
    )
    .output(nothing),
  drop: procedure('user').input(z.object({ form })).output(nothing),
};
