import { randomUUID } from 'node:crypto';
import type { AgreementTerms } from '../../src/shared/contract/agreements.ts';
import type { CallerDetails } from '../../src/shared/contract/callers.ts';
import type { Draft } from '../../src/shared/contract/contacts.ts';
import type { IncidentCompletion, IncidentRecord } from '../../src/shared/contract/incidents.ts';
import { startOfTest } from './options.ts';

/** What a test writes down when it does not matter what; the parts that matter are given. */
export function aCaller(details: Partial<CallerDetails> = {}): CallerDetails {
  return {
    displayName: 'Zwaantje Regenkamp',
    birthDate: null,
    numbers: [],
    generalPractitioner: '',
    generalPractitionerNumber: '',
    addressForm: '',
    spokenLanguage: '',
    checkFirst: '',
    postalAddress: '',
    remark: '',
    ...details,
  };
}

export function aDraft(draft: Partial<Draft> = {}): Draft {
  return {
    id: randomUUID(),
    callerId: null,
    newCaller: null,
    channel: 'phone',
    reason: 'question',
    text: 'Vroeg naar de uitslag van woensdag.',
    startedAt: startOfTest,
    ...draft,
  };
}

export function anIncident(record: Partial<IncidentRecord> = {}): IncidentRecord {
  return {
    draftId: null,
    callerId: null,
    newCaller: null,
    channel: 'phone',
    behaviours: ['insult'],
    severity: 'serious',
    outcomes: ['callEnded'],
    ...record,
  };
}

/** Two calls a week, on Tuesday and Thursday afternoon, from the Monday after the start of the tests on. */
export function someTerms(terms: Partial<AgreementTerms> = {}): AgreementTerms {
  return {
    callsPerWeek: 2,
    moments: [
      { weekday: 2, from: '14:00', until: '15:00' },
      { weekday: 4, from: '15:30', until: '16:00' },
    ],
    startsOn: '2026-11-23',
    lastDay: '2027-01-29',
    reviewOn: '2026-12-21',
    reason: 'Belt graag even, ook zonder vraag.',
    agreedWith: 'De beller zelf',
    ...terms,
  };
}

export function aCompletion(completion: Partial<IncidentCompletion> = {}): IncidentCompletion {
  return {
    cause: 'waiting',
    aggressionKind: null,
    words: '',
    account: '',
    colleagueIds: [],
    witnessIds: [],
    witnesses: '',
    weight: 'asItWas',
    ...completion,
  };
}
