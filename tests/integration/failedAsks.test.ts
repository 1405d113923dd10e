import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

const asks = [
  { what: 'a break', table: 'breakEvent' },
  { what: 'the team lead', table: 'takeOverRequest' },
  { what: 'aftercare', table: 'aftercare' },
] as const;

/** Anna after a heavy call, with a store that takes no row of one table. */
async function afterHeavyCall(table: string) {
  const opened = await practice.open();
  const { client, workAs, core } = opened;
  await workAs('anna');
  const concern = { kind: 'crisis', finding: 'inDanger', handedOverTo: 'emergency', remark: '' } as const;
  const { concernId } = await client.distress.record({ ...concern, callerId: null });
  const database = core.context.core.session.unlocked?.database;
  if (!database) throw new Error('locked');
  const trigger = `create trigger refused before insert on ${table} begin select raise(abort, 'no room'); end`;
  await sql.raw(trigger).execute(database);
  return { ...opened, concernId, mend: () => sql.raw('drop trigger refused').execute(database) };
}

test.each(asks)('$what that cannot be asked says so, changes nothing, and can be asked again', async (asked) => {
  const { client, concernId, mend } = await afterHeavyCall(asked.table);
  const ask = {
    'a break': () => client.breaks.start({ kind: 'break', draftId: null }),
    'the team lead': () => client.breaks.ask({ asked: { who: 'teamLead' } }),
    aftercare: () => client.aftercare.askAfterCall(),
  }[asked.what];
  const known = async () => {
    const { running, request } = await client.breaks.state();
    const { askedAfterCall } = await client.aftercare.own();
    return { isOnBreak: running !== null, isAsked: request !== null, askedAfterCall };
  };
  const nothing = { isOnBreak: false, isAsked: false, askedAfterCall: false };
  await expect(ask()).rejects.toThrow();
  expect(await known()).toEqual(nothing);
  expect(await client.session.state()).toMatchObject({ kind: 'unlocked' });
  expect((await client.distress.detail({ concernId })).id).toBe(concernId);
  await mend();
  await ask();
  expect(await known()).not.toEqual(nothing);
});
