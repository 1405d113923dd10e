import type { common as nl } from '../nl/common.ts';
import type { Shape } from '../shape.ts';

export const common: Shape<typeof nl> = {
  productName: 'Rugdekking',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  loading: 'Loading…',
  lock: 'Lock',
  unknown: 'unknown',
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  dayExample: 'dd-mm-yyyy',
  notADay: '{{field}}: no such date. Type 3-12-2026, for example.',
  justNow: 'just now',
  minutesAgo: '{{count}} min ago',
  failureTitle: 'This screen got stuck',
  failureHelp: 'What you typed is saved. Start again to carry on.',
  startAgain: 'Start again',
  diskRefuses: 'Saving does not work: the disk is full, read-only or failing',
  diskRefusesHelp:
    'What you typed is still there. Make some room, or ask whoever looks after your computers, and then save it again.',
  connectionLost: 'The connection with the program is lost. It is being restored; leave this window open.',
};
