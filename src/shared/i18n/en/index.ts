import type { nl } from '../nl/index.ts';
import type { Shape } from '../shape.ts';
import { common } from './common.ts';

export const en: Shape<typeof nl> = { common };
