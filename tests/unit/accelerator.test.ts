import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesTo, defaultShortcut, isSafeAccelerator } from '../../src/main/shell/accelerator.ts';

describe('isSafeAccelerator', () => {
  it.each(['Control+Alt+R', 'Alt+Space', 'Control+Shift+F9', 'Super+7', 'CommandOrControl+B'])('takes %s', (keys) => {
    expect(isSafeAccelerator(keys)).toBe(true);
  });

  it.each([
    'R',
    'Shift+R',
    'F8',
    'Control',
    'Control+Alt',
    'Control+A+B',
    'Control+',
    '+',
    '',
    'Control+Tab',
    'control+r',
  ])('refuses %j, which would swallow ordinary typing or mean nothing', (keys) => {
    expect(isSafeAccelerator(keys)).toBe(false);
  });

  it('never takes a key that is pressed by itself', () => {
    fc.assert(fc.property(fc.string(), (key) => !isSafeAccelerator(key.replaceAll('+', ''))));
  });

  it('may be any of the shortcuts that are offered', () => {
    const offered = [defaultShortcut, ...alternativesTo(defaultShortcut)];
    expect(offered.every(isSafeAccelerator)).toBe(true);
    expect(alternativesTo(defaultShortcut)).not.toContain(defaultShortcut);
  });
});
