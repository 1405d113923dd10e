import type { CallerDetails } from '../../src/shared/contract/callers.ts';
import { aCaller } from './samples.ts';
import type { PracticeCopy, practiceTemplate } from './template.ts';

export const caller = (displayName: string, rest: Partial<CallerDetails> = {}): CallerDetails =>
  aCaller({ displayName, ...rest });

/** Makes a practice with these callers, the last one seen most recently, and a way to ask for their names. */
export function practicesWith(practice: ReturnType<typeof practiceTemplate>) {
  return async function practiceWith(...callers: CallerDetails[]) {
    const opened = await practice.open();
    await opened.workAs('anna');
    const ids: number[] = [];
    for (const details of callers) {
      opened.clock.now += 1000;
      ids.push((await opened.client.callers.create(details)).callerId);
    }
    async function namesOf(query: string, limit: number, lookAlikes: boolean): Promise<string[]> {
      const found = await opened.client.callers.search({ query, limit });
      return found.filter(({ isLookAlike }) => isLookAlike === lookAlikes).map(({ displayName }) => displayName);
    }
    const search = (query: string, limit = 8) => namesOf(query, limit, false);
    const lookAlikes = (query: string, limit = 8) => namesOf(query, limit, true);
    return { ...opened, ids, search, lookAlikes };
  };
}

export async function recordIncident({ client }: PracticeCopy, callerId: number, behaviour: 'insult' | 'angryHangUp') {
  await client.incidents.record({
    ...{ draftId: null, callerId, newCaller: null, channel: 'phone' },
    ...{ behaviours: [behaviour], severity: 'unpleasant', outcomes: [] },
  });
}
