import type { window as nl } from '../nl/window.ts';
import type { Shape } from '../shape.ts';

export const window: Shape<typeof nl> = {
  tray: {
    show: 'Show Rugdekking',
    lock: 'Lock',
    quit: 'Quit',
    stays: {
      title: 'Rugdekking stays ready',
      text: 'The window is closed, the program is not. The icon beside the clock or {{shortcut}} brings it back.',
    },
  },
  download: { title: 'Save file', failed: 'The file {{name}} was not saved. Choose another folder.' },
  chooseUpdate: 'Choose the file with the new version',
  startFailed: {
    title: 'Rugdekking cannot start',
    text: 'Nothing was changed or removed. Code: {{code}}',
  },
  crashed: {
    title: 'The window has stopped',
    text: 'What you typed has been kept. Open the window again to go on.',
    again: 'Open again',
    quit: 'Quit',
  },
};
