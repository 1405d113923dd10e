import type { WindowHost } from '../main/core/features/window/host.ts';

/** A browser window can be neither kept on top nor shrunk; what was asked is remembered, so that it shows. */
export function createPreviewHost(): WindowHost {
  let alwaysOnTop = true;
  let bar = false;
  return {
    state: () => ({
      alwaysOnTop,
      bar,
      shortcut: { accelerator: 'Control+Alt+R', registered: false, supported: false, alternatives: [] },
      startWithSession: null,
      contentProtection: { on: false, supported: false },
    }),
    setAlwaysOnTop(on) {
      alwaysOnTop = on;
    },
    setBar(on) {
      bar = on;
    },
    setContentProtection: () => {},
    setShortcut: () => false,
    setStartWithSession: () => {},
    openReview: () => '/review.html',
    copyBriefly: () => false,
    copied: () => {},
    chooseFolder: null,
    idleSeconds: () => null,
  };
}
