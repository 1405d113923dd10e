import { updates as contract } from '../../../../shared/contract/updates.ts';
import { proceduresOf } from '../../procedures.ts';
import { backUpFirst } from '../backup/backUp.ts';
import { isStopped } from '../exports/progress.ts';
import type { Session } from '../session/session.ts';
import { type CheckedUpdate, checkUpdate } from './checkUpdate.ts';

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

  choose: unlocked.updates.choose.handler(async ({ context: { core, database, audit }, errors }) => {
    const { updates: host, appVersion } = core.options;
    if (!host?.publisherKey) throw errors.NOT_FOUND();
    const installer = await host.chooseInstaller();
    if (!installer) return null;
    const isLocked = () => core.session.unlocked?.database !== database;
    if (isLocked()) throw errors.LOCKED();
    const verdict = await checkUpdate(installer, host, appVersion);
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
    // From here the copy stays, also when the program ends: it is being installed, or somebody is told where it is.
    core.session.checkedUpdate = null;
    const opened = await host.openInstaller(checked.file);
    return { standsIn: opened ? null : checked.file };
  }),
};

async function replaceChecked(session: Session, next: CheckedUpdate | null): Promise<void> {
  const before = session.checkedUpdate;
  session.checkedUpdate = next;
  await before?.forget();
}
