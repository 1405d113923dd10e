import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Role } from '../../../../../shared/contract/base.ts';
import type { RetentionKind } from '../../../../../shared/contract/privacy.ts';
import {
  type AccessFile,
  type AccessItem,
  type AccessPart,
  accessPart,
} from '../../../../../shared/contract/privacyAccess.ts';
import { withoutMentions } from '../../../rules/mentions.ts';
import { withoutNames } from '../../../rules/withoutNames.ts';
import type { Schema } from '../../../store/schema.ts';
import { concernsForAccess } from '../../distress/concernsForAccess.ts';
import { readMonths } from '../terms.ts';
import { readRecords, workerNames } from './records.ts';

/** What takes the place of words about others. */
const BLACK = '█████';

const versionTexts = z.object({ words: z.string(), account: z.string(), witnesses: z.string() }).partial();

const termOf: Partial<Record<AccessPart, RetentionKind>> = {
  contacts: 'contacts',
  handOvers: 'contacts',
  incidents: 'incidents',
  earlierVersions: 'incidents',
  attachments: 'incidents',
  measures: 'measures',
  objections: 'measures',
  letters: 'measures',
  policeReports: 'measures',
  concerns: 'concerns',
  shared: 'concerns',
  agreements: 'arrangements',
  exceptions: 'arrangements',
  merges: 'merges',
  requests: 'requests',
};

type Filled = Record<string, string | number | boolean | readonly string[] | null | undefined>;

const factsOf = (facts: Filled): AccessItem['facts'] =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === '') return [];
      return [[name, typeof value === 'object' ? [...value] : value] as const];
    }),
  );

interface Setting {
  practice: string;
  now: number;
  /** What a worker is called instead of by name. */
  worker: string;
  blackOut: readonly string[];
}

/** Everything that is kept of a caller, without the names of workers and without what a manager made black. */
export async function accessFileOf(
  database: Kysely<Schema>,
  callerId: number,
  { practice, now, worker, blackOut }: Setting,
): Promise<AccessFile | null> {
  const found = await readRecords(database, callerId);
  if (!found) return null;
  const { concerns, shares } = await concernsForAccess(database, callerId);
  const months = await readMonths(database);
  const workers = (await workerNames(database)).map((name) => ({ name, label: worker }));
  const clean = (text: string) => withoutMentions(withoutNames(text, workers, worker), blackOut, BLACK);
  const item = (at: number, by: Role | null, facts: Filled, texts: Filled = {}): AccessItem => ({
    ...{ at, by, facts: factsOf(facts) },
    texts: Object.fromEntries(Object.entries(factsOf(texts)).map(([name, text]) => [name, clean(String(text))])),
  });
  const items: Record<AccessPart, AccessItem[]> = {
    contacts: found.contacts.map(({ startedAt, role, channel, reason, text }) =>
      item(startedAt, role, { channel, reason }, { text }),
    ),
    incidents: found.incidents.map((one) => {
      const { channel, severity, cause, words, account, witnesses, reviewNote } = one;
      const facts = { channel, severity, cause, ...found.kinds(one.id) };
      return item(one.occurredAt, one.role, facts, { words, account, witnesses, reviewNote });
    }),
    earlierVersions: found.versions.map(({ replacedAt, role, facts, why }) =>
      item(replacedAt, role, {}, { ...versionTexts.parse(JSON.parse(facts)), why }),
    ),
    measures: found.measures.map(
      ({ decidedAt, role, step, fromDay, lastDay, reason, staysOpen, outcome, liftedReason }) =>
        item(decidedAt, role, { step, from: fromDay, lastDay }, { reason, staysOpen, outcome, liftedReason }),
    ),
    objections: found.objections.map(({ recordedAt, role, receivedOn, text, answer }) =>
      item(recordedAt, role, { receivedOn }, { text, answer }),
    ),
    letters: found.letters.map(({ finalAt, role, kind, sentOn, sentWay, text }) =>
      item(finalAt, role, { letter: kind, sentOn, sentWay }, { text }),
    ),
    told: found.told.map(({ recordedAt, role, toldOn, way }) => item(recordedAt, role, { toldOn, way })),
    policeReports: found.policeReports.map(({ decidedAt, reportedOn, reportNumber }) =>
      item(decidedAt, null, { reportedOn, reportNumber }),
    ),
    concerns: concerns.map(({ occurredAt, role, finding, handedOverTo, remark, takenOverBy }) =>
      item(occurredAt, role, { finding, handedOverTo }, { remark, takenOverBy }),
    ),
    shared: shares.map(({ toldAt, role, receiver, receiverName, reason }) =>
      item(toldAt, role, { receiver }, { receiverName, reason }),
    ),
    agreements: found.agreements.map(({ madeAt, role, callsPerWeek, startsOn, lastDay, reason, agreedWith }) =>
      item(madeAt, role, { callsPerWeek, from: startsOn, lastDay }, { reason, agreedWith }),
    ),
    exceptions: found.exceptions.map(({ grantedAt, role, what, why, lastDay }) =>
      item(grantedAt, role, { lastDay }, { what, why }),
    ),
    handOvers: found.handOvers.map(({ givenAt, role, kind }) => item(givenAt, role, { handOver: kind })),
    attachments: found.attachments.map(({ addedAt, role, name, kind }) =>
      item(addedAt, role, { attachment: kind }, { name }),
    ),
    merges: found.merges.map(({ mergedAt, name }) => item(mergedAt, null, {}, { name })),
    requests: found.requests.map(({ recordedAt, role, kind, receivedOn, asked, answer, statement }) =>
      item(recordedAt, role, { request: kind, receivedOn }, { asked, answer, statement }),
    ),
    restrictions: found.restrictions.map(({ setAt, role, ground, reason, liftedAt, liftedReason }) =>
      item(setAt, role, { ground, liftedAt }, { reason, liftedReason }),
    ),
  };
  const { displayName, birthDate, postalAddress, generalPractitioner, addressForm, spokenLanguage } = found.caller;
  const { checkFirst, remark, createdAt, lastContactAt } = found.caller;
  return {
    ...({ format: 'rugdekking-access', version: 1 } as const),
    ...{ madeAt: now, practice },
    person: factsOf({
      ...{ name: displayName, birthDate, numbers: found.numbers, postalAddress, generalPractitioner, addressForm },
      ...{ spokenLanguage, checkFirst: clean(checkFirst), remark: clean(remark), createdAt, lastContactAt },
    }),
    parts: Object.entries(items)
      .map(([part, ofPart]) => ({ part: accessPart.parse(part), items: ofPart }))
      .filter((one) => one.items.length > 0)
      .map(({ part, items: ofPart }) => {
        const kind = termOf[part];
        return { part, keptMonths: kind ? months[kind] : null, items: ofPart };
      }),
  };
}
