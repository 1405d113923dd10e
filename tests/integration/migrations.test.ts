import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/main/core/store/migrations/index.ts';
import { connect, migrate, openStore, type SqliteConnection, schemaVersion } from '../../src/main/core/store/open.ts';
import { newStore, newStoreKey } from '../support/newStore.ts';
import { temporaryFolder } from '../support/practice.ts';
import { type RowsOfVersion, rowsOfFirstVersions } from '../support/rowsOfFirstVersions.ts';

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
const rowsOfVersion: Record<number, RowsOfVersion> = {
  ...rowsOfFirstVersions,
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
    find: `select workingDays, incidentId, closedAt, withdrawn from aftercare join user on user.id = userId order by incidentId`,
    found: [
      { workingDays: '124', incidentId: 1, closedAt: null, withdrawn: null },
      // It ended because it was a second record; what somebody ended before is left as it is.
      { workingDays: '124', incidentId: 2, closedAt: 7, withdrawn: 'duplicate' },
      { workingDays: '124', incidentId: 3, closedAt: 6, withdrawn: null },
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
  39: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into caller (displayName, searchText, lastContactAt, createdAt) values ('Zwaantje', 'zwaantje', 1, 1);
      insert into restriction (callerId, requestId, ground, reason, setBy, setAt) values (1, null, 'claim', 'Zaak.', 1, 2);`,
    find: 'select callerId, ground, reason, liftedAt from restriction',
    found: [{ callerId: 1, ground: 'claim', reason: 'Zaak.', liftedAt: null }],
  },
  40: {
    insert: `insert into auditEntry (at, userId, role, action, subject, hash)
      values (1, 1, 'manager', 'callers.card', 'caller 12', 'a'), (2, null, null, 'audit.shorter', 'entry 9', 'b');`,
    find: "select id, subject from auditEntry where action = 'callers.card' and at > 0",
    found: [{ id: 1, subject: 'caller 12' }],
  },
  41: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into privacyRequest (kind, receivedOn, asked, recordedBy, recordedAt, statement, othersTold)
        values ('rectification', '2026-11-21', 'Mijn naam klopt niet.', 1, 2, 'Wel waar.', 'told');
      insert into rectification (requestId, record, fields, changedBy, changedAt) values (1, 'card', '["numbers"]', 1, 3);`,
    find: 'select requestId, record, happenedAt, fields, statement, othersTold, othersNote from rectification, privacyRequest',
    found: [
      {
        ...{ requestId: 1, record: 'card', happenedAt: null, fields: '["numbers"]' },
        ...{ statement: 'Wel waar.', othersTold: 'told', othersNote: '' },
      },
    ],
  },
  42: {
    insert: `insert into user (name, role, language, theme, createdAt) values ('Karin', 'manager', 'nl', 'system', 1);
      insert into privacyRequest (kind, receivedOn, asked, recordedBy, recordedAt) values ('erasure', '2026-11-21', '', 1, 2);`,
    find: 'select kind, leftStanding from privacyRequest',
    found: [{ kind: 'erasure', leftStanding: '[]' }],
  },
  43: {
    insert: `insert into auditEntry (at, userId, action, subject, hash)
      values (1, 1, 'callers.card', 'caller 1', 'a'), (2, null, 'backup.make', null, 'b'), (3, 1, 'callers.card', null, 'c');`,
    find: `select id, at from auditEntry indexed by auditEntryByAction where action = 'callers.card' and userId = 1`,
    found: [
      { id: 1, at: 1 },
      { id: 3, at: 3 },
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
    const older = connect(file, newStoreKey, { create: true });
    migrate(older, 5);
    older.exec('create table contactCount (inTheWay text)');
    older.close();
    const before = readFileSync(file);
    expect(() => openStore(file, newStoreKey)).toThrow('store: failedMigration (schema 5 SQLITE_ERROR)');
    expect(readFileSync(file)).toEqual(before);
  });
});
