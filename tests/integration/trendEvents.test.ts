import { describe, expect, test } from 'vitest';
import type { TrendQuestion } from '../../src/shared/contract/trends.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const weeks: TrendQuestion = { unit: 'week', until: null, only: null };

describe('an event on the time line', () => {
  const event = { kind: 'mailing', from: '2026-11-18', lastDay: '2026-11-18', what: 'Oproep griepprik' } as const;

  test('is added, changed and removed by a manager, and each stands in the audit log', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    const { eventId } = await client.trends.saveEvent({ eventId: null, event });
    expect((await client.trends.report(weeks)).events).toMatchObject([{ ...event, id: eventId, addedByName: 'Karin' }]);
    const longer = { ...event, kind: 'staffShort', lastDay: '2026-11-30', what: '' } as const;
    await client.trends.saveEvent({ eventId, event: longer });
    expect((await client.trends.report(weeks)).events).toMatchObject([{ ...longer, id: eventId }]);
    const shortly = await client.trends.report({ ...weeks, unit: 'day', until: '2026-10-01' });
    expect(shortly.events).toEqual([]);
    await client.trends.removeEvent({ eventId });
    expect((await client.trends.report(weeks)).events).toEqual([]);
    await expect(client.trends.removeEvent({ eventId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const log = await client.audit.list({ before: null, limit: 20 });
    const noted = log.filter(({ subject }) => subject === `trend event ${eventId}`).map(({ action }) => action);
    expect(noted).toEqual(['trends.removeEvent', 'trends.saveEvent', 'trends.saveEvent']);
  });

  test('cannot end before it starts', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    const backwards = { ...event, lastDay: '2026-11-17' };
    await expect(client.trends.saveEvent({ eventId: null, event: backwards })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
