import { ownData as contract } from '../../../../shared/contract/ownData.ts';
import { proceduresOf } from '../../procedures.ts';
import type { CoreServices } from '../../services.ts';
import { withCopyOf } from '../../store/keyBytes.ts';
import type { Unlocked } from '../session/unlocked.ts';

const { unlocked } = proceduresOf({ ownData: contract });

const fileNames = { nl: 'mijn-gegevens', en: 'my-data' } as const;

/** Read over a connection of its own, with a copy of the key: the session's is wiped when the app locks meanwhile. */
function ownDataOf(core: CoreServices, { user, practice, ...current }: Unlocked, now: number) {
  const { practiceName, timeZone } = practice;
  return withCopyOf(current.dataEncryptionKey, (dataEncryptionKey) =>
    core.offMainThread.run('readOwnData', {
      ...{ folder: core.session.dataFolder.folder, dataEncryptionKey, now, timeZone },
      ...{ userId: user.id, language: user.language, practice: practiceName },
    }),
  );
}

/**
 * What is kept of whoever asks, as a worker. Nothing here is written to the audit log: managers read that, and nobody
 * should think twice before looking at their own.
 */
export const ownData = {
  read: unlocked.ownData.read.handler(({ context }) => ownDataOf(context.core, context, context.now)),

  make: unlocked.ownData.make.handler(async ({ context, input: { format } }) => {
    const { core, user, timeZone, now } = context;
    const file = await ownDataOf(core, context, now);
    const { resourcesFolder } = core.options;
    const printed = { file, language: user.language, timeZone, resourcesFolder };
    const content =
      format === 'json'
        ? new TextEncoder().encode(JSON.stringify(file, null, 2))
        : await core.offMainThread.run('ownDataDocument', printed);
    const type = format === 'json' ? 'application/json' : 'application/pdf';
    return { name: `${fileNames[user.language]}.${format}`, type, content: new Blob([content], { type }) };
  }),
};
