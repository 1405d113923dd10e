import type { common as nl } from '../nl/common.ts';
import type { Shape } from '../shape.ts';

export const common: Shape<typeof nl> = {
  productName: 'Rugdekking',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  lock: 'Lock',
  unknown: 'unknown',
  today: 'today',
  yesterday: 'yesterday',
};
