import type { start as nl } from '../nl/start.ts';
import type { Shape } from '../shape.ts';

export const start: Shape<typeof nl> = {
  fetching: 'Fetching Electron. This happens once and takes a minute at most.',
  asRoot: 'Started as root: the sandbox of Electron is off. Use an account of your own for ordinary work.',
  obstacle: {
    notFetched:
      'Electron could not be fetched, so the same app opens in the browser. Run npx install-electron with a network, then start again.',
    noDisplay:
      'There is no display (DISPLAY or WAYLAND_DISPLAY), so the same app runs for the browser. Start from a graphical session for the real window.',
    cannotRun:
      'Electron is there but does not start here, so the same app opens in the browser. System libraries are usually missing; the README names them.',
    tooOld:
      'This Electron is too old for the encrypted store (Node-API 10), so the same app opens in the browser. Unset ELECTRON_OVERRIDE_DIST_PATH or point it at a newer one.',
    stoppedAtOnce:
      'Electron stopped right after its start (see above), so the same app opens in the browser. Allowing the sandbox of Electron on this computer often helps.',
  },
  address: 'Open in a browser on this computer (the link works once): {{address}}',
  cannotListen: 'Port {{port}} is not free. Choose another one with --port, or leave that option out.',
  notBuilt: 'The screens have not been built yet. Run npm run build first.',
  packaging: {
    made: 'Made in {{folder}}: {{target}}',
    notMade: 'Not made: {{target}}. It needs {{needs}}. The lines from ⨯ on say what was missing.',
    size: '{{part}}: {{size}} MB, at most {{budget}} MB',
    tooHeavy: 'Too heavy: {{part}} is {{size}} MB and may be {{budget}} MB at most.',
    fuses: 'Fuses read back from the program: all {{count}} as asked.',
    wrongFuse: 'A fuse of Electron is not as asked: {{fuse}}',
    components: 'Parts in the bill of materials: {{count}}.',
    withoutText: 'Without the text of their licence in the package itself: {{names}}.',
    needs: {
      dir: 'Electron itself, fetched with npx install-electron, or a folder with it in ELECTRON_OVERRIDE_DIST_PATH',
      AppImage: 'Electron and the AppImage tools, which electron-builder fetches from github.com',
      deb: 'Electron and dpkg-deb (on Debian it is there), or fpm, which electron-builder fetches from github.com or CUSTOM_FPM_PATH points at',
      nsis: 'Electron for Windows and NSIS, which electron-builder fetches from github.com; on Linux wine as well',
      portable: 'Electron for Windows and NSIS, which electron-builder fetches from github.com; on Linux wine as well',
    },
  },
  signing: {
    usage:
      'Usage: npm run sign -- --new-key FILE, once, for a pair of keys; npm run sign -- --key FILE INSTALLER… signs.',
    made: 'The secret key is in {{file}}. Keep it outside this folder, behind a lock. Build with MAIN_VITE_UPDATE_KEY={{key}}',
    signed: '{{name}}: version {{version}}, for {{system}}',
    unknownKind: '{{name}} is no installer: it does not end in .exe, .deb or .AppImage.',
  },
  refused: {
    elsewhere: 'This address is only for the browser on this computer.',
    method: 'Pages can only be read here.',
    noKey: 'This link was used already or is not of this program. The terminal shows a new link, the lowest one.',
    failed: 'This page could not be read.',
  },
};
