import { deskWindow } from './deskWindow.ts';
import { reviewWindow } from './reviewWindow.ts';

export const nl = { ...deskWindow, ...reviewWindow };
