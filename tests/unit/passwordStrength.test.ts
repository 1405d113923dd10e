import { expect, test } from 'vitest';
import { passwordStrength } from '../../src/renderer/features/session/passwordStrength.ts';

test('counts towards the length that the contract asks for', () => {
  expect(passwordStrength('')).toBe('empty');
  expect(passwordStrength('negen tek')).toBe('short');
  expect(passwordStrength('tien teken')).toBe('fair');
});

test('several words are strong', () => {
  expect(passwordStrength('paard sok lamp boom')).toBe('strong');
});

test.each(['Wachtwoord1!', 'welkom2026', 'aaaaaaaaaaaaaaaa', '12345678901234567890', 'Zomer2026!!', 'qwertyqwerty'])(
  '%s is what everybody tries first',
  (password) => {
    expect(passwordStrength(password)).toBe('guessable');
  },
);

test('names that others know do not count', () => {
  expect(passwordStrength('Karin Verzonnen 1', ['Karin Verzonnen'])).toBe('guessable');
  expect(passwordStrength('Karin houdt van soep', ['Karin Verzonnen'])).toBe('strong');
});
