import names from '../../../../resources/texts/demoNames.json' with { type: 'json' };
import { type Reason, reason } from '../../../shared/contract/channel.ts';
import { readPhoneNumber } from '../rules/phoneNumber.ts';
import { searchTextOf } from '../rules/searchText.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { Flag } from '../store/schema/flag.ts';
import { insertAftercare } from './aftercare.ts';
import { insertArrangements } from './arrangements.ts';
import { insertBreaks } from './breaks.ts';
import { insertConcerns } from './concerns.ts';
import { insertCorrections } from './corrections.ts';
import { insertHandOvers } from './handOvers.ts';
import { insertHouseRules } from './houseRules.ts';
import { insertIncidentPeople } from './incidentPeople.ts';
import { incidentPlaces } from './incidentPlaces.ts';
import { insertLeftUndecided } from './leftUndecided.ts';
import type { DemoMaterial } from './material.ts';
import { insertMeasures } from './measures.ts';
import { insertPrevention } from './prevention.ts';
import { insertQuestionnaires } from './questionnaires.ts';
import { type Random, seededRandom } from './random.ts';
import { insertTeamRecords } from './teamRecords.ts';
import { workingTimes } from './workingTimes.ts';

export interface DemoSize {
  people: number;
  contacts: number;
  incidents: number;
  seed: number;
  /** Over how many days, up to now, the contacts are spread. */
  days: number;
}

export interface DemoPractice extends DemoSize {
  now: number;
  timeZone: string;
  workerIds: readonly number[];
  managerId: number;
  /** Who did what bears no mark of its own: a manager, invented when the practice around it is real. */
  leadId: number;
  /** Marks every row, so that it can be taken away in one press. */
  demo: Flag;
  material: DemoMaterial;
}

const DAY = 86_400_000;
const CHANNELS = ['phone', 'phone', 'phone', 'phone', 'desk', 'urgentLine', 'mail', 'chat'] as const;
const CALL_MILLISECONDS = 240_000;

/** A number in a range that is never given out, so that nobody real can be called. */
function inventedNumber(random: Random): string {
  return `060${String(random.int(0, 9_999_999)).padStart(7, '0')}`;
}

function inventedBirthDate(random: Random): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${random.int(1930, 2012)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
}

/** Which person each contact is with: some call often, most now and then. */
function assignCallers(practice: DemoPractice, random: Random): Int32Array {
  const callers = new Int32Array(practice.contacts);
  for (let index = 0; index < callers.length; index += 1) {
    callers[index] = Math.floor(practice.people * random.fraction() ** 1.6);
  }
  return callers;
}

function lastContacts(practice: DemoPractice, times: Float64Array, callers: Int32Array): Float64Array {
  const last = new Float64Array(practice.people).fill(practice.now - practice.days * DAY);
  for (let index = 0; index < callers.length; index += 1) last[callers[index] ?? 0] = times[index] ?? 0;
  return last;
}

function insertPeople(
  connection: SqliteConnection,
  practice: DemoPractice,
  last: Float64Array,
  random: Random,
): number {
  const person = connection.prepare(
    `insert into caller (displayName, searchText, birthDate, generalPractitioner, addressForm, spokenLanguage,
      checkFirst, remark, lastContactAt, createdAt, demo) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const number = connection.prepare(
    'insert into callerNumber (callerId, number, digits, reversedDigits) values (?, ?, ?, ?)',
  );
  const { generalPractitioners, addressForms, spokenLanguages, checksFirst, remarks } = practice.material.callerDetails;
  const createdAt = practice.now - practice.days * DAY;
  let firstId = 0;
  for (let index = 0; index < practice.people; index += 1) {
    const name = `${random.pick(names.firstNames)} ${random.pick(names.surnames)}`;
    const { lastInsertRowid } = person.run(
      name,
      searchTextOf(name),
      inventedBirthDate(random),
      random.pick(generalPractitioners),
      random.pick(addressForms),
      random.pick(spokenLanguages),
      random.pick(checksFirst),
      random.int(0, 5) === 0 ? random.pick(remarks) : '',
      last[index],
      createdAt,
      practice.demo,
    );
    const id = Number(lastInsertRowid);
    if (index === 0) firstId = id;
    const read = readPhoneNumber(inventedNumber(random));
    if (read) number.run(id, read.number, read.digits, read.reversedDigits);
  }
  return firstId;
}

function insertContacts(
  connection: SqliteConnection,
  practice: DemoPractice,
  times: Float64Array,
  callerIds: (index: number) => number,
  random: Random,
): number {
  const contact = connection.prepare(
    `insert into contact (callerId, userId, channel, reason, text, startedAt, savedAt, demo)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let firstId = 0;
  for (let index = 0; index < practice.contacts; index += 1) {
    const why: Reason = random.pick(reason.options);
    const at = times[index] ?? practice.now;
    const { lastInsertRowid } = contact.run(
      callerIds(index),
      random.pick(practice.workerIds),
      random.pick(CHANNELS),
      why,
      random.pick(practice.material.notes[why]),
      at,
      Math.min(practice.now, at + random.int(20_000, CALL_MILLISECONDS)),
      practice.demo,
    );
    if (index === 0) firstId = Number(lastInsertRowid);
  }
  return firstId;
}

function insertIncidents(
  connection: SqliteConnection,
  practice: DemoPractice,
  times: Float64Array,
  ids: { callerOf: (index: number) => number; firstContact: number },
  random: Random,
): void {
  const incident = connection.prepare(
    `insert into incident (callerId, contactId, userId, channel, severity, weight, cause, words, account, occurredAt,
      completedAt, reviewedAt, reviewedBy, reviewNote, feedbackReadAt, demo)
      values (?, ?, (select userId from contact where id = ?), (select channel from contact where id = ?),
      ?, 'asItWas', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const behaviour = connection.prepare('insert into incidentBehaviour (incidentId, behaviour) values (?, ?)');
  const outcome = connection.prepare('insert into incidentOutcome (incidentId, outcome) values (?, ?)');
  const reviewedBefore = practice.now - DAY;
  for (const index of incidentPlaces(practice, times, random)) {
    const at = times[index] ?? practice.now;
    const contactId = ids.firstContact + index;
    const kind = random.pick(practice.material.incidents);
    const reviewed = at < reviewedBefore;
    const reviewedAt = reviewed ? at + DAY / 3 : null;
    const { lastInsertRowid } = incident.run(
      ids.callerOf(index),
      contactId,
      contactId,
      contactId,
      kind.severity,
      kind.cause,
      kind.words,
      kind.account,
      at,
      reviewed || random.int(0, 1) === 0 ? Math.min(practice.now, at + 600_000) : null,
      reviewedAt,
      reviewed ? practice.managerId : null,
      reviewed ? random.pick(practice.material.reviewNotes) : null,
      reviewedAt,
      practice.demo,
    );
    for (const name of kind.behaviours) behaviour.run(lastInsertRowid, name);
    for (const name of kind.outcomes) outcome.run(lastInsertRowid, name);
  }
}

/** Fills a store with an invented practice: the same for the same seed and time. Runs in one transaction. */
export function generatePractice(connection: SqliteConnection, practice: DemoPractice): void {
  const random = seededRandom(practice.seed);
  const times = workingTimes(practice.contacts, practice.days, practice.now, practice.timeZone, random);
  const callers = assignCallers(practice, random);
  connection.transaction(() => {
    const firstPerson = insertPeople(connection, practice, lastContacts(practice, times, callers), random);
    const callerOf = (index: number) => firstPerson + (callers[index] ?? 0);
    const firstContact = insertContacts(connection, practice, times, callerOf, random);
    if (practice.contacts > 0) insertIncidents(connection, practice, times, { callerOf, firstContact }, random);
    insertIncidentPeople(connection, practice);
    insertCorrections(connection, practice);
    insertMeasures(connection, practice);
    insertLeftUndecided(connection, practice);
    insertArrangements(connection, practice, firstPerson);
    insertHandOvers(connection, practice, firstContact);
    insertAftercare(connection, practice);
    insertConcerns(connection, practice, firstPerson);
    insertTeamRecords(connection, practice);
    insertHouseRules(connection, practice);
    insertPrevention(connection, practice);
    insertQuestionnaires(connection, practice);
    insertBreaks(connection, practice);
  })();
}
