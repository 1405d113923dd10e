import { deskWindow } from './deskWindow.ts';
import { reviewWindow } from './reviewWindow.ts';

export const en = { ...deskWindow, ...reviewWindow };
