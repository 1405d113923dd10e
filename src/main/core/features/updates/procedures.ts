import { updates as contract } from '../../../../shared/contract/updates.ts';
import { proceduresOf } from '../../procedures.ts';
import { backUp } from '../backup/backUp.ts';
import type { Session } from '../session/session.ts';
import { type CheckedUpdate, checkUpdate, forgetCopy } from './checkUpdate.ts';

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
    const verdict = await checkUpdate(installer, host, appVersion);
    if (core.session.unlocked?.database !== database) throw errors.LOCKED();
    await replaceChecked(core.session, 'problem' in verdict ? null : verdict);
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
    await backUp(core, context, context.now);
    await context.audit(database, `version ${checked.version}`);
    const opened = await host.openInstaller(checked.file);
    // The copy stays: it is being installed, or somebody is told where it is.
    core.session.checkedUpdate = null;
    return { standsIn: opened ? null : checked.file };
  }),
};

async function replaceChecked(session: Session, next: CheckedUpdate | null): Promise<void> {
  const before = session.checkedUpdate;
  session.checkedUpdate = next;
  if (before) await forgetCopy(before.folder);
}
