import { describe, expect, test } from 'vitest';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const YEAR = 366 * 86_400_000;

async function manager() {
  const opened = await practice.open();
  await opened.workAs('karin');
  const { client } = opened;
  const entry = async (name: RegExp) => {
    const found = (await client.distress.directory()).find((one) => name.test(one.name));
    if (!found) throw new Error(`${name} is not in the list`);
    return found;
  };
  return { ...opened, entry };
}

describe('the directory', () => {
  test('says of each number whether it can be relied on, and reminds after a year', async () => {
    const { client, clock, entry } = await manager();
    expect(await entry(/Zilverlijn/)).toMatchObject({ check: 'unverified', checkedOn: null });
    expect(await entry(/Dienstdoende/)).toMatchObject({ check: 'missing', removable: false });
    await client.distress.markDirectoryEntryChecked({ id: (await entry(/Zilverlijn/)).id });
    expect(await entry(/Zilverlijn/)).toMatchObject({ check: 'checked', verified: true });
    clock.now += YEAR;
    expect(await entry(/Zilverlijn/)).toMatchObject({ check: 'overdue' });
    expect(await entry(/Alarmnummer/)).toMatchObject({ check: 'checked', number: '112' });
  });

  test('takes organisations of the practice in both languages, and lets them go again', async () => {
    const { client, entry } = await manager();
    const added = { kind: 'local', name: 'Buurthuis De Verzonnen Linde', number: '024 000 00 01', reach: '' } as const;
    await client.distress.addDirectoryEntry(added);
    expect(await entry(/Verzonnen/)).toMatchObject({ ...added, check: 'checked', removable: true });
    await client.session.setPreferences({ language: 'en', theme: 'system' });
    expect(await entry(/Verzonnen/)).toMatchObject(added);
    await client.distress.removeDirectoryEntry({ id: (await entry(/Verzonnen/)).id });
    await client.session.setPreferences({ language: 'nl', theme: 'system' });
    expect((await client.distress.directory()).filter(({ name }) => name === added.name)).toEqual([]);
  });

  test('keeps what the script needs: 112 cannot be changed, and none of the script can be removed', async () => {
    const { client, entry } = await manager();
    const emergency = await entry(/Alarmnummer/);
    const changed = { id: emergency.id, name: 'Anders', number: '113', reach: '' };
    await expect(client.distress.updateDirectoryEntry(changed)).rejects.toMatchObject({ code: 'FIELD' });
    for (const name of [/Alarmnummer/, /^113 Z/, /Dienstdoende/, /Huisartsenpost/]) {
      const { id } = await entry(name);
      await expect(client.distress.removeDirectoryEntry({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const missing = await entry(/Dienstdoende/);
    const check = client.distress.markDirectoryEntryChecked({ id: missing.id });
    await expect(check).rejects.toMatchObject({ code: 'FIELD', data: { field: 'number', problem: 'missing' } });
    // A number that is taken out again is not one that was checked.
    await client.distress.updateDirectoryEntry({ ...missing, number: '024 000 00 02' });
    expect(await entry(/Dienstdoende/)).toMatchObject({ check: 'checked' });
    await client.distress.updateDirectoryEntry({ ...missing, number: '' });
    expect(await entry(/Dienstdoende/)).toMatchObject({ check: 'missing', checkedOn: null, verified: false });
  });
});

test('the text from 113 is the one that a manager pasted, and empty before', async () => {
  const { client, workAs } = await manager();
  expect(await client.distress.triage()).toEqual({ text: '', receivedFrom: '', receivedOn: null });
  const pasted = { text: 'Eerste vraag.\nTweede vraag.', receivedFrom: 'een cursus', receivedOn: '2026-03-02' };
  await client.distress.updateTriage(pasted);
  await workAs('anna');
  expect(await client.distress.triage()).toEqual(pasted);
});
