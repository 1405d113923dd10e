import type { unfinished as nl } from '../nl/unfinished.ts';
import type { Shape } from '../shape.ts';

export const unfinished: Shape<typeof nl> = {
  keeping: 'being remembered',
  kept: 'remembered, not saved yet',
  notKept: 'not remembered yet, trying again',
  from: 'This is where you left off.',
  drop: 'Start over',
};
