import type { keys as nl } from '../nl/keys.ts';
import type { Shape } from '../shape.ts';

export const keys: Shape<typeof nl> = {
  title: 'Data key',
  explain:
    'Everything is encrypted with this key. Make a new one when someone leaves, or when a password or the recovery key may have got into other hands. Everyone’s password stays the same. Old backups can still be opened.',
  first: 'Still the key from the set-up.',
  renewedOn: 'Last renewed on {{day}}.',
  renew: 'Renew the key',
  busy: 'The key is being renewed. Other windows wait a moment; what you typed stays.',
  part: 'Renewing: {{percent}}%',
  stop: 'Stop',
  done: 'The key has been renewed.',
  dueTitle: 'Renew the data key',
  dueText:
    'Someone has left, or the recovery key was used or replaced. Until you renew it, an old copy of the key file still opens today’s data.',
  problems: {
    BUSY: 'Something else is using all the data, such as an export. Try again after that.',
    CANCELLED: 'Stopped. Nothing has changed.',
    NOT_READY: 'That cannot be done yet.',
    failed: 'That did not work. The key is unchanged; please try again.',
  },
  notReady: 'These colleagues must first unlock once, or be given a new password under Team: {{names}}.',
  notReadyRecovery: 'Make a new recovery key first: the current one cannot come along yet.',
};
