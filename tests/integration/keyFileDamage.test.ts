import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readKeyFile, readKeys } from '../../src/main/core/store/keyFile.ts';
import { readKeyFileText } from '../../src/main/core/store/keyFileText.ts';
import { flipBit } from '../support/files.ts';
import { rewriteKeys } from '../support/keyFiles.ts';
import { passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const keysIn = (folder: string) => path.join(folder, 'keys.json');

describe('one bit of the key file that is turned over', () => {
  test('wherever it is, costs nothing, and is told of unless it is in the copy', () => {
    const content = readFileSync(keysIn(practice.copy().folder));
    const whole = JSON.stringify(readKeyFileText(String(content))?.content);
    const outcomes = new Set<string>();
    const copyAt = content.indexOf('"copy"');
    // Of each byte another bit, every bit where the two meet, and of the copy a part: one place in it is as another.
    const bytes = [...content.keys()].filter((byte) => byte < copyAt + 20 || byte % 16 === 0);
    const bits = bytes.flatMap((byte) => {
      const all = byte > copyAt - 20 && byte < copyAt + 20;
      return [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => all || bit === (byte * 3) % 8).map((bit) => ({ byte, bit }));
    });
    for (const { byte, bit } of bits) {
      const damaged = Buffer.from(content);
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << bit);
      const read = readKeyFileText(String(damaged));
      const isSame = JSON.stringify(read?.content) === whole;
      const outcome = isSame ? (read?.damage ?? 'in the copy') : `lost at ${byte}, ${bit}`;
      outcomes.add(outcome);
    }
    expect([...outcomes].sort()).toEqual(['in the copy', 'mended']);
  });

  test.each([
    ['in its form', '"users": ['],
    ['in a name', 'Karin'],
    ['in the check value', '"check": "'],
    ['in the number of changes', '"revision": '],
  ])('%s is said on the lock screen and in the log, and the next unlock mends it', async (_where, text) => {
    const files = practice.copy();
    const file = readKeyFile({ keys: keysIn(files.folder) });
    flipBit(keysIn(files.folder), readFileSync(keysIn(files.folder), 'utf8').indexOf(text) + text.length - 1);
    const { core, client, workAs } = await practice.open(files);
    expect(core.state()).toMatchObject({
      kind: 'locked',
      keysDamage: 'mended',
      users: file?.users.map(({ id }) => ({ id })),
    });
    await workAs('karin');
    const log = await client.audit.list({ before: null, limit: 2 });
    expect(log.map(({ action }) => action)).toEqual(['session.unlock', 'keys.mended']);
    expect(readKeys({ keys: keysIn(files.folder) })).toMatchObject({ damage: null, isWhole: true });
    await core.lock();
    expect(core.state()).toMatchObject({ kind: 'locked', keysDamage: null });
  });
});

describe('a key file without a copy of itself, as versions before wrote it', () => {
  test('says nothing, and has one after the next unlock', async () => {
    const files = practice.copy();
    rewriteKeys(keysIn(files.folder), (text) => text);
    const { core, workAs } = await practice.open(files);
    expect(core.state()).toMatchObject({ kind: 'locked', keysDamage: null });
    await workAs('karin');
    expect(readKeys({ keys: keysIn(files.folder) })).toMatchObject({ damage: null, isWhole: true });
  });

  test('of which the copy is damaged too says so, and whoever has a whole key opens the app', async () => {
    const files = practice.copy();
    const text = readFileSync(keysIn(files.folder), 'utf8');
    const copyAt = text.indexOf('"copy": "') + 100;
    writeFileSync(keysIn(files.folder), `${text.slice(0, copyAt)}!${text.slice(copyAt + 1)}`.replace('Karin', 'Kasin'));
    const { core, client } = await practice.open(files);
    expect(core.state()).toMatchObject({ kind: 'locked', keysDamage: 'unmended' });
    await client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    const log = await client.audit.list({ before: null, limit: 2 });
    expect(log.map(({ action }) => action)).toEqual(['session.unlock', 'keys.unmended']);
  });
});
