import { z } from 'zod';
import { instant, nothing, procedure } from './base.ts';

/** Whose key cannot take a new data encryption key yet: they have not unlocked the app since it learnt to renew. */
const notReady = z.object({ names: z.array(z.string()), recoveryKey: z.boolean() });

export const keys = {
  state: procedure('manager').output(
    z.object({
      renewedAt: instant.nullable(),
      /** Somebody who is not to open the store any more may have had the key of now. */
      due: z.boolean(),
      notReady,
    }),
  ),
  /** Encrypts everything with a new key and gives that to everybody. Other calls wait until it is done. */
  renew: procedure('manager')
    .errors({
      NOT_READY: { message: 'Not everybody can get a new key yet.', data: notReady },
      BUSY: { message: 'Something else is at work on all the data.' },
      CANCELLED: { message: 'It was stopped; nothing has changed.' },
    })
    .output(nothing),
  /** How far a renewal is, from 0 to 1; null when none is under way. */
  progress: procedure('manager').output(z.object({ part: z.number().min(0).max(1) }).nullable()),
  cancel: procedure('manager').output(nothing),
};
