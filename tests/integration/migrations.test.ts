import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/main/core/rules/searchQuery.ts';
import { phrases } from '../../src/main/core/store/migrations/009-phrases.ts';
import { breaks } from '../../src/main/core/store/migrations/015-breaks.ts';
import { callerWords } from '../../src/main/core/store/migrations/017-callerWords.ts';
import { aftercareWithdrawn } from '../../src/main/core/store/migrations/030-aftercareWithdrawn.ts';
import { unfinishedOfCard } from '../../src/main/core/store/migrations/031-unfinishedOfCard.ts';
import { migrations } from '../../src/main/core/store/migrations/index.ts';
import { connect, migrate, openStore, type SqliteConnection, schemaVersion } from '../../src/main/core/store/open.ts';
import { type BucketRule, bucketRule } from '../../src/shared/contract/settings.ts';
import { temporaryFolder } from '../support/practice.ts';

const key = new Uint8Array(32).fill(9);

function newStore(): SqliteConnection {
  return connect(path.join(temporaryFolder(), 'store.db'), key, { create: true });
}

/** Everything that a store is made of, in words that do not depend on the order in which it was made. */
function schemaOf(connection: SqliteConnection): string {
  const rows = connection
    .prepare<[], { sql: string }>('select sql from sqlite_schema where sql is not null order by type, name')
    .all();
  return rows.map(({ sql }) => `${sql};\n`).join('\n');
}

/**
 * Rows that a store of each version can hold, put in before it is brought to the next. Whoever adds a migration adds
 * the rows that it changes, and what must be found of them afterwards.
 */
const rowsOfVersion: Record<number, { insert: string; find: string; found: unknown[] }> = {
  1: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);`,
    find: `select user.name, caller.displayName, caller.id in (select rowid from callerSearch('zwaan*')) as indexed
      from user, caller`,
    found: [{ name: 'Karin', displayName: 'Zwaantje', indexed: 1 }],
  },
  2: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into incident (callerId, userId, channel, severity, occurredAt) values (1, 1, 'phone', 'serious', 1);
      insert into measure (callerId, step, reason, decidedBy, decidedAt, fromDay, lastDay, reviewDay)
        values (1, 'contactBan', 'Dreigde.', 1, 2, '2026-11-21', '2026-12-21', '2026-12-06');
      insert into measureChannel values (1, 'phone');
      insert into measureIncident values (1, 1);
      insert into leftUndecided values (1, 1, 'Uitgepraat.', 3);
      insert into objection (measureId, receivedOn, text, recordedBy, recordedAt) values (1, '2026-11-23', 'Nee.', 1, 4);`,
    find: `select step, lastDay, channel, incidentId, objection.text from measure
      join measureChannel on measureChannel.measureId = measure.id
      join measureIncident on measureIncident.measureId = measure.id
      join objection on objection.measureId = measure.id`,
    found: [{ step: 'contactBan', lastDay: '2026-12-21', channel: 'phone', incidentId: 1, text: 'Nee.' }],
  },
  3: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into agreement (callerId, userId, callsPerWeek, startsOn, lastDay, reviewOn, reason, agreedWith, madeAt)
        values (1, 1, 2, '2026-11-23', '2027-01-29', '2026-12-21', 'Belt vaak.', 'Zwaantje', 2);
      insert into agreementMoment values (1, 2, '14:00', '15:00');
      insert into exception (callerId, userId, what, why, lastDay, grantedAt)
        values (1, 1, 'Recept per mail', 'Werkt overdag', '2026-12-03', 3);`,
    find: `select callsPerWeek, weekday, fromTime, what from agreement
      join agreementMoment on agreementId = agreement.id join exception using (callerId)`,
    found: [{ callsPerWeek: 2, weekday: 2, fromTime: '14:00', what: 'Recept per mail' }],
  },
  4: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into contact (callerId, userId, channel, text, startedAt, savedAt, linkedAt)
        values (1, 1, 'phone', 'Belt over de uitslag.', 2, 3, 5);
      insert into handOver (kind, callerId, contactId, givenBy, toUserId, dueAt, givenAt)
        values ('callBack', 1, 1, 1, 1, 9, 3);`,
    find: `select kind, dueAt, text, linkedAt, doneAt from handOver join contact on contact.id = contactId`,
    found: [{ kind: 'callBack', dueAt: 9, text: 'Belt over de uitslag.', linkedAt: 5, doneAt: null }],
  },
  5: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into measure (callerId, step, reason, decidedBy, decidedAt) values (1, 'policeReport', 'Dreigde.', 1, 2);
      insert into letterTemplate values ('warning', 'nl', 'Waarschuwing', 'Beste {naam},', 3, 1);
      insert into letter (measureId, kind, language, subject, recipient, text, savedAt, finalAt, finalBy, sheet)
        values (1, 'warning', 'nl', 'Waarschuwing', 'Zwaantje', 'Beste Zwaantje,', 3, 4, 1, '{}');
      insert into reviewedText values (1, 'words', 1, 'abc', 5, 1);
      insert into policeDossier (measureId, madeAt, madeBy, sheet) values (1, 6, 1, '{}');
      insert into policeReport values (1, '2026-11-21', 'PL-0', '');`,
    find: `select letter.text, letterTemplate.subject, fingerprint, madeAt, reportNumber
      from letter join letterTemplate using (kind) join reviewedText using (measureId)
      join policeDossier using (measureId) join policeReport using (measureId)`,
    found: [{ text: 'Beste Zwaantje,', subject: 'Waarschuwing', fingerprint: 'abc', madeAt: 6, reportNumber: 'PL-0' }],
  },
  6: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Barend', 'barend', 1, 1);
      insert into incident (callerId, userId, channel, severity, occurredAt) values (2, 1, 'phone', 'serious', 1);`,
    find: `select displayName, standsOut from caller order by id`,
    found: [
      { displayName: 'Zwaantje', standsOut: 0 },
      { displayName: 'Barend', standsOut: 1 },
    ],
  },
  7: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into incident (userId, channel, severity, occurredAt) values (1, 'phone', 'serious', 1);
      insert into incident (userId, channel, severity, occurredAt, duplicateOfId) values (1, 'phone', 'serious', 2, 1);`,
    find: 'select id, duplicateOfId from incident order by id',
    found: [
      { id: 1, duplicateOfId: null },
      { id: 2, duplicateOfId: 1 },
    ],
  },
  8: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into user (name, role, language, theme, createdAt, function, department)
        values ('Anna', 'receptionist', 'nl', 'system', 1, 'Doktersassistent', 'Spoedlijn');`,
    find: `select name, function, department from user order by id`,
    found: [
      { name: 'Karin', function: '', department: '' },
      { name: 'Anna', function: 'Doktersassistent', department: 'Spoedlijn' },
    ],
  },
  9: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into phrase (kind, nl, en, startingNl, startingEn) values ('ending', 'Ik stop.', 'I stop.', 'Stop.', 'Stop.');
      insert into favouritePhrase values (1, 1);
      insert into unfinished values (1, 'newPhrase', '{}', 2);
      insert into contact (userId, channel, text, startedAt, savedAt) values (1, 'phone', 'Vraag.', 7200000, 7200001);`,
    find: `select nl, en, startingNl, hidden, form, hour, channel, count from phrase
      join favouritePhrase on phraseId = phrase.id join unfinished on unfinished.userId = favouritePhrase.userId
      join contactCount`,
    found: [
      {
        ...{ nl: 'Ik stop.', en: 'I stop.', startingNl: 'Stop.', hidden: 0, form: 'newPhrase' },
        ...{ hour: 2, channel: 'phone', count: 1 },
      },
    ],
  },
  10: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into incident (callerId, userId, channel, severity, occurredAt) values (1, 1, 'phone', 'serious', 1);
      insert into incidentVersion (incidentId, callerId, facts, replacedAt, replacedBy, how, why)
        values (1, 1, '{}', 2, 1, 'corrected', 'Verkeerde dag');`,
    find: `select incidentVersion.callerId, replacedAt, how, why from incidentVersion`,
    found: [{ callerId: 1, replacedAt: 2, how: 'corrected', why: 'Verkeerde dag' }],
  },
  11: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into callerMerge (keptId, mergedId, mergedBy, mergedAt, record) values (1, 9, 1, 2, '{}');
      insert into callerMergeRow values (1, 'contact', 'callerId', 4);`,
    find: `select keptId, mergedId, tableName, rowId from callerMerge join callerMergeRow on mergeId = callerMerge.id`,
    found: [{ keptId: 1, mergedId: 9, tableName: 'contact', rowId: 4 }],
  },
  12: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into incident (userId, channel, severity, occurredAt) values (1, 'phone', 'serious', 1);
      insert into aftercare (incidentId, userId, startedAt, requested) values (1, 1, 2, 1);
      insert into aftercareOffer (aftercareId, step, offeredBy, offeredAt, agreed) values (1, 'talk', 1, 3, 'Ander loket.');
      insert into absence (userId, firstDay, lastDay, recordedBy, recordedAt) values (1, '2026-12-01', '2026-12-04', 1, 4);`,
    find: `select startedAt, step, agreed, outcome, lastDay from aftercare
      join aftercareOffer on aftercareId = aftercare.id join absence using (userId)`,
    found: [{ startedAt: 2, step: 'talk', agreed: 'Ander loket.', outcome: null, lastDay: '2026-12-04' }],
  },
  13: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into training (name, kind, validMonths) values ('Grenzen stellen', 'aggression', 24);
      insert into trainingRecord (trainingId, userId, doneOn, certificate, renewBy, recordedBy, recordedAt)
        values (1, 1, '2026-01-31', 'map 3', '2028-01-31', 1, 2);
      insert into coachingMoment (userId, coachId, subject, onDay, plannedBy, plannedAt)
        values (1, 1, 'Lange gesprekken afronden', '2026-11-30', 1, 3);`,
    find: `select name, retired, renewBy, subject, held, agreedDone from training
      join trainingRecord on trainingId = training.id join coachingMoment using (userId)`,
    found: [
      {
        ...{ name: 'Grenzen stellen', retired: 0, renewBy: '2028-01-31' },
        ...{ subject: 'Lange gesprekken afronden', held: 0, agreedDone: 0 },
      },
    ],
  },
  14: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into user (name, role, language, theme, createdAt) values ('Anna', 'receptionist', 'nl', 'system', 1);
      insert into incident (userId, channel, severity, occurredAt) values (1, 'phone', 'serious', 1);
      insert into incidentWorker (incidentId, userId) values (1, 2);
      insert into incidentWitness values (1, 2);`,
    find: `select incidentWorker.userId, weight, feedbackReadAt, incidentWitness.userId as witnessId
      from incidentWorker join incidentWitness using (incidentId)`,
    found: [{ userId: 2, weight: 'asItWas', feedbackReadAt: null, witnessId: 2 }],
  },
  15: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into workSpan (userId, startedAt, endedAt) values (1, 2, 3);
      insert into bucketStart values (1, 4);
      insert into breakWeek values ('2026-11-16', 5, null);
      insert into breakEvent (userId, kind, startedAt, draftId) values (1, 'break', 5, 'abc');
      insert into takeOverRequest (userId, askedAt, answeredAt, askedOf, answeredBy, takesOver)
        values (1, 6, 7, null, 1, 1);`,
    find: `select workSpan.endedAt, countsFrom, draftId, takesOver, breaks, prompts from workSpan
      join bucketStart using (userId) join breakEvent using (userId) join takeOverRequest using (userId), breakWeek`,
    found: [{ endedAt: 3, countsFrom: 4, draftId: 'abc', takesOver: 1, breaks: 5, prompts: null }],
  },
  16: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into incident (userId, channel, severity, occurredAt, question, questionAt, questionBy, closedAt, closedBy)
        values (1, 'phone', 'serious', 1, 'Wie was erbij?', 2, 1, 3, 1);`,
    find: 'select question, questionAt, closedAt from incident',
    found: [{ question: 'Wie was erbij?', questionAt: 2, closedAt: 3 }],
  },
  17: {
    insert: `insert into caller (displayName, searchText, lastContactAt, createdAt)
        values ('Ilse d’Ancona', 'ilse dancona ancona', 1, 1);`,
    find: `select term, changes from callerWord, callerNameChange order by term`,
    found: [
      { term: 'ancona', changes: 1 },
      { term: 'dancona', changes: 1 },
      { term: 'ilse', changes: 1 },
    ],
  },
  18: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into contact (userId, channel, text, startedAt, savedAt) values (1, 'phone', 'Vraag.', 3599999, 3600000);
      insert into contact (userId, channel, text, startedAt, savedAt) values (1, 'phone', 'Nog een.', 1, 2);
      insert into trendEvent (kind, fromDay, lastDay, what, addedBy, addedAt)
        values ('mailing', '2026-11-18', '2026-11-18', 'Griepprik', 1, 3);`,
    find: `select hour, channel, userId, count, kind, fromDay, what from contactCount join trendEvent`,
    found: [
      {
        ...{ hour: 0, channel: 'phone', userId: 1, count: 2 },
        ...{ kind: 'mailing', fromDay: '2026-11-18', what: 'Griepprik' },
      },
    ],
  },
  19: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into questionnaire (openedOn, lastDay, openedBy) values ('2026-11-21', '2026-12-05', 1);
      insert into questionnaireInvitation values (1, 1, 'Praktijkmanager', 1);
      insert into questionnaireAnswer values ('a1', 1, 'Praktijkmanager', '{}');`,
    find: `select lastDay, result, answered, answers from questionnaire
      join questionnaireInvitation on questionnaireInvitation.questionnaireId = questionnaire.id
      join questionnaireAnswer on questionnaireAnswer.questionnaireId = questionnaire.id`,
    found: [{ lastDay: '2026-12-05', result: null, answered: 1, answers: '{}' }],
  },
  20: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into measure (callerId, step, reason, decidedBy, decidedAt, answerBefore)
        values (1, 'contactBan', 'Dreigde.', 1, 2, 9);
      insert into measure (callerId, step, reason, decidedBy, decidedAt, replacesId, replacesAs)
        values (1, 'contactBan', 'Weer.', 1, 3, 1, 'narrowed');
      insert into told (callerId, measureId, way, toldOn, toldBy, recordedBy, recordedAt)
        values (1, 1, 'phone', '2026-11-21', 1, 1, 4);`,
    find: `select newer.replacesAs, older.answerBefore, way from measure as newer
      join measure as older on older.id = newer.replacesId join told on told.measureId = older.id`,
    found: [{ replacesAs: 'narrowed', answerBefore: 9, way: 'phone' }],
  },
  21: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into concern (userId, kind, finding, handedOverTo, remark, occurredAt, takenOverBy, takenOverAt)
        values (1, 'crisis', 'thinksOfSuicide', 'gpOnDuty', '', 2, 'dr. Zonnedal', '14:05');
      insert into concernShare
        (concernId, userId, consent, vitalInterest, reason, items, place, receiverName, savedAt, toldAt, way, sheet)
        values (1, 1, 'couldNotAsk', 1, 'Was buiten kennis.', '["name"]', '', '', 3, 4, 'readOut', '{}');`,
    find: `select takenOverBy, takenOverAt, completedAt, consent, reason, toldAt
      from concern join concernShare on concernId = concern.id`,
    found: [
      {
        ...{ takenOverBy: 'dr. Zonnedal', takenOverAt: '14:05', completedAt: null },
        ...{ consent: 'couldNotAsk', reason: 'Was buiten kennis.', toldAt: 4 },
      },
    ],
  },
  22: {
    insert: `insert into caller (displayName, searchText, lastContactAt, createdAt, postalAddress)
        values ('Zwaantje', 'zwaantje', 1, 1, 'Bosweg 1');`,
    find: 'select postalAddress from caller',
    found: [{ postalAddress: 'Bosweg 1' }],
  },
  23: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into improvement (what, why, cause, who, addedBy, addedAt)
        values ('Brief eerst langs de balie', 'Veel telefoon', 'unclearMailing', 'Karin', 1, 2);
      insert into checkLook (item, lookedOn, note, userId, at) values ('menu', '2026-11-21', 'Te lang', 1, 3);`,
    find: `select improvement.what, cause, doneOn, starting as item, note from improvement
      join checkLook on userId = addedBy join checkPoint on checkPoint.id = pointId`,
    found: [
      {
        ...{ what: 'Brief eerst langs de balie', cause: 'unclearMailing', doneOn: null },
        ...{ item: 'menu', note: 'Te lang' },
      },
    ],
  },
  24: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into turn values ('2026-11-23', 'morning', 1, 'urgentLine');`,
    find: `select name, day, part, duty from turn join user on user.id = userId`,
    found: [{ name: 'Karin', day: '2026-11-23', part: 'morning', duty: 'urgentLine' }],
  },
  25: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into incident (userId, channel, severity, occurredAt) values (1, 'phone', 'serious', 1);
      insert into attachment (incidentId, name, kind, type, bytes, addedBy, addedAt, wholeAt)
        values (1, 'foto.png', 'picture', 'image/png', 3, 1, 2, 2);
      insert into attachmentPart (attachmentId, place, content) values (1, 0, x'010203');`,
    find: `select name, removedAt, removedReason, hex(content) as content
      from attachment join attachmentPart on attachmentId = attachment.id`,
    found: [{ name: 'foto.png', removedAt: null, removedReason: '', content: '010203' }],
  },
  26: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into houseRuleVersion (document, version, titleNl, textNl, titleEn, textEn, note, decidedBy, decidedAt)
        values ('houseRules', 1, 'Huisregels', 'Wees rustig.', '', '', 'Eerste keer', 1, 2);
      insert into houseRuleReading values ('houseRules', 1, 1, 3);`,
    find: `select titleNl, note, withdrawn, readAt from houseRuleVersion join houseRuleReading using (document, version)`,
    found: [{ titleNl: 'Huisregels', note: 'Eerste keer', withdrawn: 0, readAt: 3 }],
  },
  27: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into unfinished (userId, form, callerId, content, keptAt) values (1, 'decision 1', 1, '{}', 2);`,
    find: 'select form, callerId, content from unfinished',
    found: [{ form: 'decision caller 1', callerId: 1, content: '{}' }],
  },
  28: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Anna', 'worker', 'nl', 'system', 1);
      insert into aftercare (incidentId, userId, startedAt, requested) values (null, 1, 5, 1);
      insert into aftercareOffer (aftercareId, step, offeredBy, offeredAt, agreed) values (1, 'first', 1, 6, 'Bram belt.');`,
    find: `select incidentId, startedAt, requested, agreed from aftercare join aftercareOffer on aftercareId = aftercare.id`,
    found: [{ incidentId: null, startedAt: 5, requested: 1, agreed: 'Bram belt.' }],
  },
  29: {
    insert: `insert into user (name, role, language, theme, createdAt, workingDays)
        values ('Karin', 'manager', 'nl', 'system', 1, '124');
      insert into incident (userId, channel, severity, occurredAt) values (1, 'phone', 'serious', 1);
      insert into incident (userId, channel, severity, occurredAt, duplicateOfId, reviewedAt, reviewedBy)
        values (1, 'phone', 'serious', 1, 1, 7, 1), (1, 'phone', 'serious', 1, 1, 7, 1);
      insert into aftercare (incidentId, userId, startedAt, requested, closedAt, closedBy)
        values (1, 1, 5, 0, null, null), (2, 1, 5, 0, 7, 1), (3, 1, 5, 0, 6, 1);`,
    find: `select workingDays, incidentId, closedAt from aftercare join user on user.id = userId order by incidentId`,
    found: [
      { workingDays: '124', incidentId: 1, closedAt: null },
      { workingDays: '124', incidentId: 2, closedAt: 7 },
      { workingDays: '124', incidentId: 3, closedAt: 6 },
    ],
  },
  30: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Anna', 'worker', 'nl', 'system', 1);
      insert into aftercare (incidentId, userId, startedAt, requested, closedAt, withdrawn)
        values (null, 1, 5, 1, 6, 'takenOff');`,
    find: 'select workingDays, closedAt, withdrawn from aftercare join user on user.id = userId',
    found: [{ workingDays: '12345', closedAt: 6, withdrawn: 'takenOff' }],
  },
  31: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into unfinished (userId, form, callerId, content, keptAt) values (1, 'decision caller 1', 1, '{}', 2);`,
    find: 'select form, callerId, content from unfinished',
    found: [{ form: 'decision caller 1', callerId: 1, content: '{}' }],
  },
  32: {
    insert: `insert into caller (displayName, searchText, generalPractitioner, generalPractitionerNumber, lastContactAt, createdAt)
      values ('Zwaantje', 'zwaantje', 'Vermeer', '024 000 0031', 1, 1);`,
    find: `select generalPractitioner, generalPractitionerNumber from caller`,
    found: [{ generalPractitioner: 'Vermeer', generalPractitionerNumber: '024 000 0031' }],
  },
  33: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into checkPoint (what, help, place) values ('Stoelen', 'In de gang.', 10);
      insert into checkLook (pointId, lookedOn, note, userId, at) values (10, '2026-11-21', 'Genoeg.', 1, 2);`,
    find: 'select starting, what, hidden, note from checkPoint join checkLook on pointId = checkPoint.id',
    found: [{ starting: null, what: 'Stoelen', hidden: 0, note: 'Genoeg.' }],
  },
  34: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into scriptSentenceVersion (sentence, version, nl, en, startingNl, startingEn, decidedBy, decidedAt)
        values ('start say 1', 1, 'Goed dat u belt.', '', 'Goed.', 'Good.', 1, 2);`,
    find: 'select sentence, version, nl from scriptSentenceVersion',
    found: [{ sentence: 'start say 1', version: 1, nl: 'Goed dat u belt.' }],
  },
  35: {
    insert: `insert into user (name, role, language, theme, active, createdAt, function, department) values
        ('Karin', 'manager', 'nl', 'system', 1, 1, 'Praktijkmanager', ''),
        ('Bram', 'receptionist', 'nl', 'system', 0, 1, 'Telefonist', 'Balie');
      insert into questionnaire (openedOn, lastDay, openedBy, result) values
        ('2026-01-01', '2026-01-15', 1, '{"groups":[{"name":"Receptionist"},{"name":""}]}');
      insert into retentionTerm (kind, months, reason, setBy, setAt) values ('contacts', 6, 'Zo besloten.', 1, 2);
      insert into retentionRun (startedAt, startedBy, endedAt, outcome, counts) values (3, null, 4, 'whole', '{}');
      insert into pastContact values (5, 'phone', 2);
      insert into pastIncident values ('2023-05', 'cause', 'waiting', 1);`,
    find: `select months, reason, outcome, pastContact.count as contacts, pastIncident.count as incidents, removedAt,
        (select group_concat(name || retired) from (select * from teamGroup order by name)) as groups
      from retentionTerm, retentionRun, pastContact, pastIncident, user where active = 1`,
    found: [
      {
        ...{ months: 6, reason: 'Zo besloten.', outcome: 'whole', contacts: 2, incidents: 1, removedAt: null },
        groups: 'Balie1,Praktijkmanager0,Receptionist1,Telefonist1',
      },
    ],
  },
  36: {
    insert: `insert into teamGroup (kind, name, retired) values ('function', 'Receptionist', 1);`,
    find: 'select kind, name, retired from teamGroup',
    found: [{ kind: 'function', name: 'Receptionist', retired: 1 }],
  },
  37: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into privacyRequest (callerId, kind, receivedOn, asked, recordedBy, recordedAt)
        values (1, 'access', '2026-11-21', 'Wat staat er van mij?', 1, 2);`,
    find: 'select callerId, kind, asked, outcome, answer from privacyRequest',
    found: [{ callerId: 1, kind: 'access', asked: 'Wat staat er van mij?', outcome: null, answer: '' }],
  },
  38: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into contact (userId, channel, text, startedAt, savedAt, draftId)
        values (1, 'phone', 'Eén keer.', 1, 2, '5f0c'), (1, 'phone', 'Van vroeger.', 3, 4, null);`,
    find: 'select text, draftId from contact order by id',
    found: [
      { text: 'Eén keer.', draftId: '5f0c' },
      { text: 'Van vroeger.', draftId: null },
    ],
  },
};

describe('the schema', () => {
  test('is the one that was reviewed; after a migration, look at the difference and run vitest with -u', async () => {
    const connection = newStore();
    migrate(connection);
    await expect(schemaOf(connection)).toMatchFileSnapshot('../support/schema.sql');
    connection.close();
  });

  test.each(migrations.map((_, index) => index + 1))('is the same when version %i was there before it', (version) => {
    const [fresh, older] = [newStore(), newStore()];
    migrate(fresh);
    migrate(older, version - 1);
    expect(schemaVersion(older)).toBe(version - 1);
    const rows = rowsOfVersion[version - 1];
    if (rows) older.exec(rows.insert);
    migrate(older);
    expect(schemaVersion(older)).toBe(migrations.length);
    expect(schemaOf(older)).toBe(schemaOf(fresh));
    if (rows) expect(older.prepare(rows.find).all()).toEqual(rows.found);
    expect(older.pragma('foreign_key_check')).toEqual([]);
    fresh.close();
    older.close();
  });

  test('of the newest version is described by rows here too, for the migration after it', () => {
    const rows = rowsOfVersion[migrations.length];
    const connection = newStore();
    migrate(connection);
    connection.exec(rows?.insert ?? 'no rows for the newest version');
    expect(connection.prepare(rows?.find ?? '').all()).toEqual(rows?.found);
    connection.close();
  });
});

describe('the migration of aftercare that is taken back', () => {
  test('knows what ended because it was a second record, and leaves what somebody ended before', () => {
    const connection = newStore();
    migrate(connection, migrations.indexOf(aftercareWithdrawn));
    connection.exec(rowsOfVersion[29]?.insert ?? '');
    migrate(connection);
    const found = connection.prepare('select withdrawn from aftercare order by incidentId').pluck().all();
    expect(found).toEqual([null, 'duplicate', null]);
    connection.close();
  });
});

test('a half-typed form about a card is called after it, and one about something else is not', () => {
  const connection = newStore();
  migrate(connection, migrations.indexOf(unfinishedOfCard));
  connection.exec(`insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
    insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
    insert into unfinished (userId, form, callerId, content, keptAt) values
      (1, 'decision 1', 1, '{}', 2), (1, 'lift 1', 1, '{}', 2), (1, 'toldCaller 1', 1, '{}', 2),
      (1, 'told 1', 1, '{}', 2), (1, 'phrase 1', null, '{}', 2);`);
  migrate(connection);
  const forms = connection.prepare('select form from unfinished order by form').pluck().all();
  expect(forms).toEqual(['decision caller 1', 'lift 1', 'phrase 1', 'told 1', 'told caller 1']);
  connection.close();
});

describe('the migration of the sentences', () => {
  test('joins the words in both languages, sentence by sentence', () => {
    const connection = newStore();
    migrate(connection, migrations.indexOf(phrases));
    connection.exec(`insert into phrase (language, kind, text) values
      ('nl', 'slowing', 'Kort?'), ('nl', 'ending', 'Ik stop.'), ('nl', 'slowing', 'Wat eerst?'),
      ('en', 'slowing', 'Briefly?'), ('en', 'ending', 'I stop.'), ('en', 'slowing', 'What first?')`);
    migrate(connection);
    const found = connection
      .prepare('select nl, en, startingNl, startingEn, userId from phrase order by nl')
      .raw()
      .all();
    expect(found).toEqual([
      ['Ik stop.', 'I stop.', 'Ik stop.', 'I stop.', null],
      ['Kort?', 'Briefly?', 'Kort?', 'Briefly?', null],
      ['Wat eerst?', 'What first?', 'Wat eerst?', 'What first?', null],
    ]);
    connection.close();
  });
});

test('what follows a d’ in a name becomes a word of its own', () => {
  const connection = newStore();
  migrate(connection, migrations.indexOf(callerWords));
  const insert = connection.prepare(
    'insert into caller (displayName, searchText, lastContactAt, createdAt) values (?, ?, 1, 1)',
  );
  for (const name of ["Ilse d'Ancona", 'Ilse d’Ancona', "Friso van 't Veld", 'Coba Klaver'])
    insert.run(name, fold(name));
  migrate(connection);
  const found = connection.prepare('select searchText from caller order by id').pluck().all();
  expect(found).toEqual(['ilse dancona ancona', 'ilse dancona ancona', 'friso van t veld', 'coba klaver']);
  expect(connection.prepare("select rowid from callerSearch('ancona')").pluck().all()).toEqual([1, 2]);
  connection.close();
});

describe('a migration that fails', () => {
  test('changes nothing', () => {
    const connection = newStore();
    connection.exec('create table phrase (inTheWay text)');
    const before = schemaOf(connection);
    expect(() => migrate(connection)).toThrow('table phrase already exists');
    expect(schemaVersion(connection)).toBe(0);
    expect(schemaOf(connection)).toBe(before);
    connection.close();
  });

  test('is told apart from damage, and every step before it is undone', () => {
    const file = path.join(temporaryFolder(), 'store.db');
    const older = connect(file, key, { create: true });
    migrate(older, 5);
    older.exec('create table contactCount (inTheWay text)');
    older.close();
    const before = readFileSync(file);
    expect(() => openStore(file, key)).toThrow('store: failedMigration (schema 5 SQLITE_ERROR)');
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('the house rule for breaks of before there was time at work', () => {
  const before = {
    drops: { unpleasant: 1, serious: 2, verySerious: 5 },
    weights: { lighter: 0.5, asItWas: 1, heavier: 1.5 },
    crisisDrops: 4,
    ...{ leakPerHour: 0.5, leakPerBreakMinute: 0.25, firstLine: 3, secondLine: 5, breakMinutes: 10, snoozeMinutes: 15 },
  };

  function migrated(rule: object): BucketRule {
    const connection = newStore();
    migrate(connection, migrations.indexOf(breaks));
    connection
      .prepare('insert into setting (key, value) values (?, ?)')
      .run('houseRules', JSON.stringify({ bucket: rule, idleLockMinutes: 5 }));
    migrate(connection);
    const row = connection.prepare<[], { value: string }>("select value from setting where key = 'houseRules'").get();
    connection.close();
    return bucketRule.parse(JSON.parse(row?.value ?? '{}').bucket);
  }

  test('stays as the practice chose it, with what is new beside it', () => {
    const { crisisDrops: crisis, ...kept } = before;
    const isNew = { distressDrops: { crisis, lonely: 0.5 }, leakPerOtherWorkHour: 1.5, reliefPerNight: 1 };
    expect(migrated(before)).toEqual({ ...kept, ...isNew });
  });

  test('still opens where its figures contradict each other', () => {
    const odd = {
      ...before,
      drops: { unpleasant: 9, serious: 2, verySerious: 0 },
      weights: { lighter: 3, asItWas: 1, heavier: 5 },
      ...{ leakPerHour: 100, leakPerBreakMinute: 0 },
    };
    expect(migrated(odd)).toMatchObject({
      drops: { unpleasant: 9, serious: 9, verySerious: 9 },
      weights: { lighter: 1 },
      ...{ leakPerOtherWorkHour: 100, leakPerBreakMinute: 1.68 },
    });
  });
});
