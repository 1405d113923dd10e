import type { BanTerms, Decision } from '../../src/shared/contract/measureDecision.ts';
import { aCaller, anIncident } from './samples.ts';
import type { PracticeCopy, practiceTemplate } from './template.ts';

export const terms: BanTerms = {
  from: '2026-11-21',
  lastDay: '2026-12-20',
  reviewDay: '2026-12-06',
  channels: ['phone', 'desk'],
  scope: 'everything',
  scopeName: '',
  staysOpen: 'Schrijven mag, per brief of e-mail.',
};

/** A caller who threatened Anna a moment ago, with Karin at work. */
export async function afterThreat(
  practice: ReturnType<typeof practiceTemplate>,
): Promise<PracticeCopy & { callerId: number; incidentId: number; decision: Decision }> {
  const opened = await practice.open();
  await opened.workAs('anna');
  const { callerId } = await opened.client.callers.create(aCaller());
  const threat = anIncident({ callerId, behaviours: ['threat'], severity: 'verySerious' });
  const { incidentId } = await opened.client.incidents.record(threat);
  await opened.workAs('karin');
  const decision: Decision = {
    ...{ callerId, step: 'contactBan', incidentIds: [incidentId], ban: terms, replaces: [] },
    reason: 'Dreigde op 21 november langs te komen en iemand te slaan.',
  };
  return { ...opened, callerId, incidentId, decision };
}
