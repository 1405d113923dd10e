import { describe, expect, it } from 'vitest';
import { isOwnAddress, pageAddress } from '../../src/main/shell/address.ts';

describe('isOwnAddress', () => {
  it('knows the pages of this program', () => {
    expect(isOwnAddress(pageAddress('desk.html'))).toBe(true);
    expect(isOwnAddress(`${pageAddress('review.html')}?day=today#top`)).toBe(true);
  });

  it.each([
    'https://rugdekking/desk.html',
    'app://rugdekking.example/desk.html',
    'app://rugdekking@example.org/desk.html',
    'app://example.org/app://rugdekking/',
    'app://rugdekking:8080/desk.html',
    'appx://rugdekking/desk.html',
    'blob:app://rugdekking/1',
    'file:///desk.html',
    'about:blank',
    '',
  ])('does not take %j for one', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});
