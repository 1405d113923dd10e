import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autostartEntry, startIn } from '../../src/main/shell/autostartEntry.ts';

const hidden = '--start-hidden';

/** Takes `Exec` apart as a desktop does: the text of the file first, then the quoting of each argument. */
function argumentsIn(entry: string): string[] {
  const line = entry.split('\n').find((one) => one.startsWith('Exec=')) ?? '';
  const text = line
    .slice('Exec='.length)
    .replace(/\\(.)/g, (_all, character) => (character === 'n' ? '\n' : character));
  return [...text.matchAll(/"((?:\\.|[^"\\])*)"/gs)].map(([, quoted = '']) =>
    quoted.replace(/\\(.)/gs, '$1').replaceAll('%%', '%'),
  );
}

test('whatever the program is called, exactly that is started', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (command) => {
      expect(argumentsIn(autostartEntry(command))).toEqual(command);
    }),
  );
});

test('an entry says what the session will do, and none says that it will do nothing', () => {
  expect(startIn('', hidden)).toBe('no');
  expect(startIn(autostartEntry(['/opt/Rugdekking/rugdekking']), hidden)).toBe('window');
  expect(startIn(autostartEntry(['/opt/Rugdekking/rugdekking', hidden]), hidden)).toBe('hidden');
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
  'an entry that was turned off with %s does nothing',
  (off) => {
    const entry = autostartEntry(['/opt/Rugdekking/rugdekking']).replace('X-GNOME-Autostart-enabled=true', off);
    expect(startIn(entry, hidden)).toBe('no');
  },
);
