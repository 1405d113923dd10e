import { common } from './common.ts';

export const nl = { common };
