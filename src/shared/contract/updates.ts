import { z } from 'zod';
import { backupProgress, stopped } from './backup.ts';
import { nothing, procedure } from './base.ts';

const file = z.object({ version: z.string(), name: z.string() });

export const updates = {
  state: procedure('manager').output(
    z.object({
      version: z.string(),
      /** `noKey`: this build was given no key of the publisher; `notInstalled`: this host is not an installed program. */
      possible: z.enum(['yes', 'noKey', 'notInstalled']),
      /** What was chosen and found to be right, until it is installed. */
      checked: file.nullable(),
    }),
  ),
  /** Lets the manager point at an installer; null when they point at none. What is wrong with it is said. */
  choose: procedure('manager')
    .errors({
      ...stopped,
      NO_SIGNATURE: { message: 'There is no signature beside the file.' },
      WRONG_SIGNATURE: { message: 'The file is not what the publisher signed.' },
      OTHER_SYSTEM: { message: 'The file is for another kind of computer.' },
      NOT_NEWER: { message: 'The file holds no newer version.', data: z.object({ version: z.string() }) },
      UNREADABLE: { message: 'The file could not be read, or there is no room for a copy of it.' },
    })
    .output(file.nullable()),
  /** How far the copy is that is made and checked; null without one. */
  progress: procedure('manager').output(backupProgress.nullable()),
  cancel: procedure('manager').output(nothing),
  /** Makes a backup, looks at the copy again and opens it; where that cannot be opened, gives where it is. */
  install: procedure('manager')
    .errors({ ...stopped, COPY_CHANGED: { message: 'The copy is no longer what was checked.' } })
    .output(z.object({ standsIn: z.string().nullable() })),
};
