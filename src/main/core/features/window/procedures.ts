import { unlocked } from '../../procedures.ts';

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

  openReview: unlocked.window.openReview.handler(({ context: { core } }) => ({
    address: core.options.host.openReview(),
  })),
};
