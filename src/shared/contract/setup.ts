import { z } from 'zod';
import { language, nothing, password, procedure, requiredText } from './base.ts';
import { documentFile } from './documentFile.ts';

/** A recovery key as it is shown: eight groups of four characters. */
export const newRecoveryKey = z.object({
  groups: z.array(z.string()),
  /** Which groups must be typed back, counted from 1. */
  askedGroups: z.array(z.number().int()),
});
export type NewRecoveryKey = z.infer<typeof newRecoveryKey>;

export const setupForm = z.object({ practiceName: requiredText, managerName: requiredText, password, language });
export type SetupForm = z.infer<typeof setupForm>;

const noPendingKey = { NO_PENDING_KEY: { message: 'There is no recovery key to show; make a new one.' } };

export const setup = {
  create: procedure('open')
    .input(setupForm)
    .errors({ STORE_EXISTS: { message: 'There already is a store in this folder.' } })
    .output(newRecoveryKey),
  /** The key made last, as long as it was not confirmed in this session. */
  pendingRecoveryKey: procedure('manager').output(newRecoveryKey.nullable()),
  newRecoveryKey: procedure('manager').output(newRecoveryKey),
  recoveryKeyDocument: procedure('manager').errors(noPendingKey).output(documentFile),
  /** Puts the key on the clipboard for a minute; false where the host cannot take it away again. */
  copyRecoveryKey: procedure('manager')
    .errors(noPendingKey)
    .output(z.object({ copied: z.boolean() })),
  confirmRecoveryKey: procedure('manager')
    .input(z.object({ groups: z.array(z.string().max(20)).length(2) }))
    .errors({
      ...noPendingKey,
      WRONG_GROUP: { message: 'A group is not right.', data: z.object({ group: z.number().int() }) },
    })
    .output(nothing),
  loadDemo: procedure('manager').output(nothing),
  removeDemo: procedure('manager').output(nothing),
};
