import { window as contract } from '../../../../shared/contract/window.ts';
import { proceduresOf } from '../../procedures.ts';
import { readCaller } from '../callers/queries.ts';

const { unlocked } = proceduresOf({ window: contract });

export const window = {
  state: unlocked.window.state.handler(({ context: { core } }) => core.options.host.state()),

  setAlwaysOnTop: unlocked.window.setAlwaysOnTop.handler(({ context: { core, changed }, input }) => {
    core.options.host.setAlwaysOnTop(input.on);
    changed('window');
  }),

  setBar: unlocked.window.setBar.handler(({ context: { core, changed }, input }) => {
    core.options.host.setBar(input.on);
    changed('window');
  }),

  setShortcut: unlocked.window.setShortcut.handler(({ context: { core, changed }, input, errors }) => {
    if (!core.options.host.setShortcut(input.accelerator)) throw errors.TAKEN();
    changed('window');
  }),

  setStartWithSession: unlocked.window.setStartWithSession.handler(
    async ({ context: { core, database, audit, changed }, input, errors }) => {
      const { host } = core.options;
      if (host.state().startWithSession === null) throw errors.NOT_FOUND();
      host.setStartWithSession(input.start);
      await audit(database, input.start);
      changed('window');
    },
  ),

  setContentProtection: unlocked.window.setContentProtection.handler(async ({ context, input }) => {
    context.core.options.host.setContentProtection(input.on);
    await context.audit(context.database, input.on ? 'on' : 'off');
    context.changed('window');
  }),

  copied: unlocked.window.copied.handler(({ context: { core } }) => core.options.host.copied()),

  openReview: unlocked.window.openReview.handler(({ context: { core, reviewPlace, changed, now }, input }) => {
    reviewPlace.askedAt = now;
    reviewPlace.logOfCallerId = input?.logOfCallerId ?? null;
    changed('window');
    return { address: core.options.host.openReview() };
  }),

  reviewPlace: unlocked.window.reviewPlace.handler(async ({ context: { database, reviewPlace } }) => {
    const { askedAt, logOfCallerId } = reviewPlace;
    const caller = logOfCallerId === null ? null : await readCaller(database, logOfCallerId);
    return caller && logOfCallerId !== null
      ? { askedAt, logOf: { id: logOfCallerId, displayName: caller.displayName } }
      : null;
  }),
};
