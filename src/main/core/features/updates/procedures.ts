import path from 'node:path';
import { updates as contract } from '../../../../shared/contract/updates.ts';
import { proceduresOf } from '../../procedures.ts';
import { cancel, isStopped, stepOf } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { backUpFirst } from '../backup/backUp.ts';
import type { Session } from '../session/session.ts';
import { type CheckedUpdate, checkUpdate, type Verdict } from './checkUpdate.ts';
import { removeLeftCopies } from './copyFolder.ts';
import type { UpdateHost } from './host.ts';

const { unlocked } = proceduresOf({ updates: contract });

export const updates = {
  state: unlocked.updates.state.handler(({ context: { core } }) => {
    const { updates: host, appVersion } = core.options;
    const { checkedUpdate: checked } = core.session;
    return {
      version: appVersion,
      possible: host ? (host.publisherKey ? 'yes' : 'noKey') : 'notInstalled',
      checked: checked && { version: checked.version, name: checked.name },
    };
  }),

  choose: unlocked.updates.choose.handler(async ({ context: { core, database, audit }, errors, signal }) => {
    const { updates: host } = core.options;
    if (!host?.publisherKey) throw errors.NOT_FOUND();
    const installer = await host.chooseInstaller();
    if (!installer) return null;
    // A lock stops what takes long before it lets the windows hand over what is typed.
    const isLocked = () => core.session.isLocking || core.session.unlocked?.database !== database;
    if (isLocked()) throw errors.LOCKED();
    const verdict = await copyAndCheck(core, host, installer, signal).catch((error) => {
      if (isLocked()) throw errors.LOCKED();
      throw isStopped(error) ? errors.STOPPED() : error;
    });
    const checked = 'problem' in verdict ? null : verdict;
    if (isLocked()) {
      await checked?.forget();
      throw errors.LOCKED();
    }
    await replaceChecked(core.session, checked);
    if (!('problem' in verdict)) {
      await audit(database, `version ${verdict.version}`);
      return { version: verdict.version, name: verdict.name };
    }
    switch (verdict.problem) {
      case 'noSignature':
        throw errors.NO_SIGNATURE();
      case 'wrongSignature':
        throw errors.WRONG_SIGNATURE();
      case 'otherSystem':
        throw errors.OTHER_SYSTEM();
      case 'notNewer':
        throw errors.NOT_NEWER({ data: { version: verdict.version } });
      case 'unreadable':
        throw errors.UNREADABLE();
    }
  }),

  progress: unlocked.updates.progress.handler(({ context: { core } }) =>
    core.session.workUnderWay.progress('updateCheck'),
  ),
  cancel: unlocked.updates.cancel.handler(({ context: { core } }) => core.session.workUnderWay.stop('updateCheck')),

  install: unlocked.updates.install.handler(async ({ context, errors }) => {
    const { core, database } = context;
    const { checkedUpdate: checked } = core.session;
    const { updates: host } = core.options;
    if (!checked || !host) throw errors.NOT_FOUND();
    await backUpFirst(core, context, context.now).catch((error) => {
      throw isStopped(error) ? errors.STOPPED() : error;
    });
    if (!(await checked.isStillRight())) {
      await replaceChecked(core.session, null);
      throw errors.COPY_CHANGED();
    }
    await context.audit(database, `version ${checked.version}`);
    await checked.stay();
    core.session.checkedUpdate = null;
    const opened = await host.openInstaller(checked.file);
    return { standsIn: opened ? null : checked.file };
  }),
};

/** Makes a copy of an installer and checks that; whoever chooses another meanwhile stops it. */
async function copyAndCheck(
  { session, options }: CoreServices,
  host: UpdateHost,
  installer: string,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const { publisherKey, system } = host;
  const dataFolder = session.dataFolder.folder;
  const { workUnderWay } = session;
  workUnderWay.stop('updateCheck');
  return workUnderWay.run('updateCheck', async (counters) => {
    signal?.addEventListener('abort', () => cancel(counters), { once: true });
    await removeLeftCopies(dataFolder, session.checkedUpdate && path.dirname(session.checkedUpdate.file));
    const ownVersion = options.appVersion;
    return checkUpdate(installer, { publisherKey, system, ownVersion, dataFolder, step: stepOf(counters) });
  });
}

async function replaceChecked(session: Session, next: CheckedUpdate | null): Promise<void> {
  const before = session.checkedUpdate;
  session.checkedUpdate = next;
  await before?.forget();
}
