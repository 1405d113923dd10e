import { useEffect } from 'react';
import { useShortcuts } from './shortcuts.ts';

const STORED = 'textSize';
const SIZES = [90, 100, 110, 125, 150, 175, 200];
const NORMAL = 100;

/** How large somebody wants the text is about this computer's screen, so this computer keeps it. */
const stored = (): number => {
  const size = Number(localStorage.getItem(STORED));
  return SIZES.includes(size) ? size : NORMAL;
};

function apply(size: number): void {
  document.documentElement.style.fontSize = size === NORMAL ? '' : `${size}%`;
}

function change(step: 1 | -1 | 0): void {
  const index = SIZES.indexOf(stored());
  const size = step === 0 ? NORMAL : (SIZES[index + step] ?? stored());
  localStorage.setItem(STORED, String(size));
  apply(size);
}

/** Ctrl with plus, minus and zero: larger, smaller and normal text. */
export function useTextSize(): void {
  useEffect(() => apply(stored()), []);
  useShortcuts('window', {
    'Ctrl++': () => change(1),
    'Ctrl+=': () => change(1),
    'Ctrl+-': () => change(-1),
    'Ctrl+0': () => change(0),
  });
}
