import { randomFillSync } from 'node:crypto';
import { changedFeature } from '../../../../shared/contract/session.ts';
import type { NewRecoveryKey, SetupForm } from '../../../../shared/contract/setup.ts';
import { setup as contract } from '../../../../shared/contract/setup.ts';
import { proceduresOf } from '../../procedures.ts';
import type { CoreServices } from '../../services.ts';
import { renameDurably } from '../../store/durably.ts';
import { hasStore } from '../../store/folder.ts';
import { wipedOnFailure } from '../../store/keyBytes.ts';
import { keyCheck, neverRenewed, noFailures } from '../../store/keyFile.ts';
import { chooseAskedGroups, newRecoveryKeyGroups, normalizeRecoveryKey } from '../../store/recoveryKey.ts';
import { createStore } from './createStore.ts';
import { fromElsewhere } from './fromElsewhere.ts';
import { isDemoLoaded, removeDemo } from './queries.ts';

const { open, unlocked } = proceduresOf({ setup: contract });

const KEY_BYTES = 32;

/** A recovery key with its wrapped data encryption key, shown until it is confirmed. */
async function makeRecoveryKey(core: CoreServices, dataEncryptionKey: Uint8Array) {
  const groups = newRecoveryKeyGroups();
  const secret = normalizeRecoveryKey(groups.join(''));
  const key = await core.offMainThread.run('wrapKey', { secret, dataEncryptionKey });
  return { groups, askedGroups: chooseAskedGroups(groups.length), key };
}

function shown({ groups, askedGroups }: NewRecoveryKey): NewRecoveryKey {
  return { groups, askedGroups };
}

async function refreshDemoLoaded({ session }: CoreServices): Promise<void> {
  if (session.unlocked) session.unlocked.demoLoaded = await isDemoLoaded(session.unlocked.database);
  session.changed(...changedFeature.options);
  session.tellState();
}

/** Makes the keys and the store, which nobody has opened yet; null when another window finished a set-up meanwhile. */
async function makePractice(core: CoreServices, input: SetupForm, dataEncryptionKey: Uint8Array) {
  const { session, options, offMainThread } = core;
  const key = await offMainThread.run('wrapKey', { secret: input.password, dataEncryptionKey });
  const recovery = await makeRecoveryKey(core, dataEncryptionKey);
  if (session.state().kind !== 'new' || hasStore(session.dataFolder)) return null;
  const { unfinished, store } = session.dataFolder;
  const userId = await createStore(unfinished, dataEncryptionKey, input, options.clock());
  session.keys.begin({
    version: 2,
    revision: 0,
    check: keyCheck(dataEncryptionKey),
    language: input.language,
    lastUserId: userId,
    users: [{ id: userId, name: input.managerName, key, failures: noFailures }],
    recovery: { key: recovery.key, confirmed: false, failures: noFailures },
    earlier: [],
    renewal: neverRenewed,
  });
  // The store gets its name once the keys are safely on the disk.
  renameDurably(unfinished, store);
  return { userId, recovery };
}

export const setup = {
  ...fromElsewhere,

  create: open.setup.create.handler(async ({ context: { core }, input, errors }) => {
    const { session } = core;
    if (session.state().kind !== 'new') throw errors.STORE_EXISTS();
    const dataEncryptionKey = randomFillSync(new Uint8Array(KEY_BYTES));
    const made = await wipedOnFailure(dataEncryptionKey, async () => {
      const practice = await makePractice(core, input, dataEncryptionKey);
      if (!practice) throw errors.STORE_EXISTS();
      return practice;
    });
    session.pendingRecoveryKey = made.recovery;
    await session.unlock(made.userId, dataEncryptionKey);
    await session.unlocked?.log.append('setup.create', null);
    return shown(made.recovery);
  }),

  pendingRecoveryKey: unlocked.setup.pendingRecoveryKey.handler(({ context: { core } }) => {
    const pending = core.session.pendingRecoveryKey;
    return pending && shown(pending);
  }),

  newRecoveryKey: unlocked.setup.newRecoveryKey.handler(async ({ context }) => {
    const recovery = await makeRecoveryKey(context.core, context.dataEncryptionKey);
    context.core.session.pendingRecoveryKey = recovery;
    await context.audit(context.database, null);
    return shown(recovery);
  }),

  recoveryKeyDocument: unlocked.setup.recoveryKeyDocument.handler(async ({ context, errors }) => {
    const { core, user, practice, now } = context;
    const pending = core.session.pendingRecoveryKey;
    if (!pending) throw errors.NO_PENDING_KEY();
    const { language } = user;
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: practice.timeZone }).format(now);
    const { resourcesFolder } = core.options;
    const sheet = { language, practiceName: practice.practiceName, groups: pending.groups, date, resourcesFolder };
    const content = await core.offMainThread.run('recoveryKeyDocument', sheet);
    await context.audit(context.database, null);
    return {
      name: language === 'nl' ? 'rugdekking-herstelsleutel.pdf' : 'rugdekking-recovery-key.pdf',
      type: 'application/pdf',
      content: new Blob([content], { type: 'application/pdf' }),
    };
  }),

  copyRecoveryKey: unlocked.setup.copyRecoveryKey.handler(async ({ context, errors }) => {
    const { session, options } = context.core;
    if (!session.pendingRecoveryKey) throw errors.NO_PENDING_KEY();
    await context.audit(context.database, null);
    return { copied: options.host.copyBriefly(session.pendingRecoveryKey.groups.join(' ')) };
  }),

  confirmRecoveryKey: unlocked.setup.confirmRecoveryKey.handler(async ({ context, input, errors }) => {
    const { session } = context.core;
    const pending = session.pendingRecoveryKey;
    if (!pending) throw errors.NO_PENDING_KEY();
    for (const [index, group] of pending.askedGroups.entries()) {
      const typed = normalizeRecoveryKey(input.groups[index] ?? '');
      if (typed !== pending.groups[group - 1]) throw errors.WRONG_GROUP({ data: { group } });
    }
    session.keys.update((file) => ({
      ...file,
      recovery: { key: pending.key, confirmed: true, failures: noFailures },
      // With the one of before and an older copy of this file, the key of now still opens.
      renewal: { ...file.renewal, due: file.renewal.due || file.recovery.confirmed },
    }));
    session.pendingRecoveryKey = null;
    await context.audit(context.database, null);
    context.changed('keys');
    session.tellState();
  }),

  loadDemo: unlocked.setup.loadDemo.handler(async ({ context }) => {
    const { core, database, dataEncryptionKey, now, timeZone, user } = context;
    if (await isDemoLoaded(database)) return;
    const folder = core.options.dataFolder;
    const input = { folder, dataEncryptionKey, now, managerId: user.id, timeZone, language: user.language };
    await core.offMainThread.run('loadDemoPractice', input);
    await context.audit(database, null);
    await refreshDemoLoaded(core);
  }),

  removeDemo: unlocked.setup.removeDemo.handler(async ({ context }) => {
    await context.database.transaction().execute(async (transaction) => {
      await removeDemo(transaction);
      await context.audit(transaction, null);
    });
    await refreshDemoLoaded(context.core);
  }),
};
