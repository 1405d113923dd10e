import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { opensUp } from '../../src/main/shell/debuggers.ts';

const checksum = createHash('sha256').update('een woord').digest('hex');

test.each([
  ...[
    '--remote-debugging-port=0',
    '-remote-debugging-port=9222',
    '/remote-debugging-port=1',
    '--Remote-Debugging-Port=1',
  ],
  ...[
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0',
    '--inspect-brk=1',
    '--inspect-port=1',
  ],
])('a build that ships does not start with %s', (argument) => {
  expect(opensUp(['rugdekking', '--hidden', argument], '')).toBe(true);
  expect(opensUp(['rugdekking', argument, '--driven-by='], '')).toBe(true);
  expect(opensUp(['rugdekking', argument, '--driven-by=iets'], '')).toBe(true);
  expect(opensUp(['rugdekking', argument, '--driven-by=iets'], checksum)).toBe(true);
  expect(opensUp(['rugdekking', argument, '--driven-by=een woord'], checksum)).toBe(false);
});

test('a usual start is no such start', () => {
  expect(
    opensUp(['rugdekking', '--hidden', '--no-sandbox', '--force-device-scale-factor=2', '/home/inspect'], ''),
  ).toBe(false);
});
