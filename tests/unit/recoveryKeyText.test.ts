import { expect, test } from 'vitest';
import { bareKey, inGroups } from '../../src/renderer/features/session/recoveryKeyText.ts';

test('a key is read whatever stands between its characters', () => {
  expect(bareKey(' ngph-2npn 3284\tkdbd ')).toBe('NGPH2NPN3284KDBD');
});

test('what is typed is shown in groups of four', () => {
  expect(inGroups('ngph2npn3')).toBe('NGPH 2NPN 3');
  expect(inGroups(inGroups('ngph2npn3'))).toBe('NGPH 2NPN 3');
  expect(inGroups('')).toBe('');
});
