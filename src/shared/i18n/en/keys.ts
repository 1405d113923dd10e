import type { keys as nl } from '../nl/keys.ts';
import type { Shape } from '../shape.ts';

export const keys: Shape<typeof nl> = {
  title: 'Data key',
  explain:
    'Everything is encrypted with it. Make a new one when somebody leaves, or when a password or the recovery key may have come to somebody else. Everybody’s password stays the same. Old backups can still be opened.',
  first: 'It is still the key of the set-up.',
  renewedOn: 'Renewed last on {{day}}.',
  renew: 'Renew the key',
  busy: 'The key is being renewed. Other windows wait a moment; what was typed stays.',
  part: 'Renewing: {{percent}}%',
  stop: 'Stop',
  done: 'The key has been renewed.',
  dueTitle: 'Renew the data key',
  dueText:
    'Somebody has left, or the recovery key was used or replaced. Otherwise whoever has an old copy of the key file also opens the data of now.',
  problems: {
    BUSY: 'Something else is at work on all the data, such as an export. Try again after that.',
    CANCELLED: 'Stopped. Nothing has changed.',
    NOT_READY: 'That cannot be done yet.',
    failed: 'That did not work. The key is still the one of before; try again.',
  },
  notReady: 'These colleagues must first unlock once, or be given a new password at Team: {{names}}.',
  notReadyRecovery: 'Make a new recovery key first: the one of now cannot come along yet.',
};
