import type { backup as nl } from '../nl/backup.ts';
import type { Shape } from '../shape.ts';

export const backup: Shape<typeof nl> = {
  title: 'Backups',
  explain: 'One a day, encrypted with the same key, opened and checked at once.',
  make: 'Make a backup now',
  making: 'Making and checking the backup…',
  made: 'Backup made and checked at {{time}}.',
  failed: 'The backup did not work. See whether the disk is full.',
  none: 'No backup yet. Make one now.',
  when: 'Made',
  size: 'Size',
  listLabel: 'Backups',
  more_one: 'and {{count}} older one',
  more_other: 'and {{count}} older ones',
};
