import type { ownWork as nl } from '../nl/ownWork.ts';
import type { Shape } from '../shape.ts';

export const ownWork: Shape<typeof nl> = {
  title: 'Your work',
  menu: 'Your duties, trainings and coaching',
  failed: 'This could not be loaded. Close it and try again.',
};
