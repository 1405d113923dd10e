/** What to put into a store of a version, and what must be found of it after the migrations that follow. */
export interface RowsOfVersion {
  insert: string;
  find: string;
  found: unknown[];
}

/** Of the versions up to 20; those of later ones stand with the test of the migrations. */
export const rowsOfFirstVersions: Record<number, RowsOfVersion> = {
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
};
