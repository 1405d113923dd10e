import { keys as contract } from '../../../../shared/contract/keys.ts';
import { proceduresOf } from '../../procedures.ts';
import type { CoreServices } from '../../services.ts';
import { renewedPart } from '../../store/renewal.ts';
import { withBackups } from '../backup/underWay.ts';
import { inTurn } from '../session/unlocking.ts';
import { type NotReady, whoIsNotReady } from './holders.ts';
import { backUpRenewed, renew } from './renewing.ts';
import { PARTS } from './renewStore.ts';

const { atOnce, unlocked } = proceduresOf({ keys: contract });

function notReady({ session }: CoreServices, dataEncryptionKey: Uint8Array): NotReady {
  return session.keys.file ? whoIsNotReady(session.keys.file, dataEncryptionKey) : { names: [], recoveryKey: true };
}

const isAnybody = ({ names, recoveryKey }: NotReady): boolean => names.length > 0 || recoveryKey;

export const keys = {
  state: unlocked.keys.state.handler(({ context: { core, dataEncryptionKey } }) => ({
    renewedAt: core.session.keys.file?.renewal.at ?? null,
    due: core.session.keys.file?.renewal.due ?? false,
    notReady: notReady(core, dataEncryptionKey),
  })),

  renew: atOnce.keys.renew.handler(async ({ context, errors }) => {
    const { core, dataEncryptionKey, now } = context;
    const { session } = core;
    const current = session.unlocked;
    if (!current || session.workUnderWay.untilLock.length > 0) throw errors.BUSY();
    const missing = notReady(core, dataEncryptionKey);
    if (isAnybody(missing)) throw errors.NOT_READY({ data: missing });
    // Waited for while others can still work; a backup that begins later waits for the renewal.
    await session.workUnderWay.ended('backup');
    const outcome = await session.gate.alone(() =>
      withBackups(core, dataEncryptionKey, () => inTurn(core, () => renew(core, current, now))),
    );
    if (outcome === 'stopped') throw errors.CANCELLED();
    if (outcome === 'busy') throw errors.BUSY();
    if (outcome === 'notReady') throw errors.NOT_READY({ data: missing });
    await session.unlocked?.log.append('keys.renew', null);
    backUpRenewed(core, current, now);
    context.changed('keys');
  }),

  progress: atOnce.keys.progress.handler(({ context: { core } }) => {
    const { workUnderWay, dataFolder } = core.session;
    const told = workUnderWay.progress('renewal');
    return told && { part: renewedPart(dataFolder, told.done, told.total / PARTS) };
  }),

  cancel: atOnce.keys.cancel.handler(({ context: { core } }) => core.session.workUnderWay.stop('renewal')),
};
