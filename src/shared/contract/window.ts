import { z } from 'zod';
import { id, instant, nothing, procedure } from './base.ts';

/** Whether the program starts with the session of this computer's user: showing its window, or at the tray only. */
export const startWithSession = z.enum(['no', 'window', 'hidden']);
export type StartWithSession = z.infer<typeof startWithSession>;

export const windowState = z.object({
  alwaysOnTop: z.boolean(),
  /** Shrunk to the bar of 56 px. */
  bar: z.boolean(),
  shortcut: z.object({
    accelerator: z.string(),
    /** False when another program holds it, or when this host has no global shortcuts. */
    registered: z.boolean(),
    supported: z.boolean(),
    /** Others that could be tried instead. */
    alternatives: z.array(z.string()),
  }),
  /** Null where this host cannot start by itself. */
  startWithSession: startWithSession.nullable(),
  /** Whether the windows are kept out of pictures and shared screens, and whether this system can. */
  contentProtection: z.object({ on: z.boolean(), supported: z.boolean() }),
});
export type WindowState = z.infer<typeof windowState>;

/** The log of a caller; `askedAt` tells one asking from the next. */
export const reviewPlace = z.object({ askedAt: instant, logOf: z.object({ id, displayName: z.string() }) });
export type ReviewPlace = z.infer<typeof reviewPlace>;

export const window = {
  state: procedure('user').output(windowState),
  setAlwaysOnTop: procedure('user')
    .input(z.object({ on: z.boolean() }))
    .output(nothing),
  setBar: procedure('user')
    .input(z.object({ on: z.boolean() }))
    .output(nothing),
  setShortcut: procedure('user')
    .input(z.object({ accelerator: z.string().min(1).max(60) }))
    .errors({ TAKEN: { message: 'Another program holds this shortcut.' } })
    .output(nothing),
  setStartWithSession: procedure('manager')
    .input(z.object({ start: startWithSession }))
    .output(nothing),
  setContentProtection: procedure('manager')
    .input(z.object({ on: z.boolean() }))
    .output(nothing),
  /** Something was copied in a window: where the host can, it leaves the clipboard within a minute. */
  copied: procedure('user').output(nothing),
  /** Brings the review window up; where the host cannot, gives the address to open. */
  openReview: procedure('manager')
    .input(z.object({ logOfCallerId: id }).optional())
    .output(z.object({ address: z.string().nullable() })),
  /** Where the review window was asked to go when it was brought up last; null for where it is. */
  reviewPlace: procedure('manager').output(reviewPlace.nullable()),
};
