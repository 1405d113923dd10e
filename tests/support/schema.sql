CREATE INDEX absenceByUser on absence (userId, lastDay);

CREATE INDEX aftercareByUser on aftercare (userId, startedAt desc);

CREATE INDEX aftercareOfferByAftercare on aftercareOffer (aftercareId, offeredAt);

CREATE INDEX aftercareRunning on aftercare (startedAt) where closedAt is null;

CREATE INDEX agreementByCaller on agreement (callerId, lastDay) where endedAt is null;

CREATE INDEX agreementInForce on agreement (lastDay, callerId) where endedAt is null;

CREATE INDEX attachmentByIncident on attachment (incidentId, addedAt);

CREATE INDEX attachmentUnfinished on attachment (addedBy, addedAt) where wholeAt is null;

CREATE INDEX auditEntryByAction on auditEntry (action, at, userId);

CREATE INDEX auditEntryBySubject on auditEntry (subject) where subject is not null;

CREATE INDEX auditEntryByTime on auditEntry (at, userId);

CREATE INDEX breakEventByUser on breakEvent (userId, startedAt desc);

CREATE INDEX callerByBirthDate on caller (birthDate) where birthDate is not null;

CREATE INDEX callerByRecency on caller (lastContactAt desc, searchText);

CREATE INDEX callerDemo on caller (id) where demo = 1;

CREATE INDEX callerMergeByKept on callerMerge (keptId, id desc);

CREATE INDEX callerMergeByMerged on callerMerge (mergedId);

CREATE INDEX callerNumberByCaller on callerNumber (callerId, digits, reversedDigits);

CREATE INDEX callerNumberByDigits on callerNumber (digits, callerId);

CREATE INDEX callerNumberByReversedDigits on callerNumber (reversedDigits, callerId);

CREATE INDEX callerStandingOut on caller (lastContactAt desc, searchText) where standsOut = 1;

CREATE INDEX checkLookByPoint on checkLook (pointId, id desc);

CREATE INDEX coachingMomentByUser on coachingMoment (userId);

CREATE INDEX concernByCaller on concern (callerId, occurredAt desc);

CREATE INDEX concernByUser on concern (userId, occurredAt desc);

CREATE INDEX concernShareByConcern on concernShare (concernId);

CREATE INDEX contactByCaller on contact (callerId, startedAt desc);

CREATE UNIQUE INDEX contactByDraft on contact (userId, draftId) where draftId is not null;

CREATE INDEX contactByTime on contact (startedAt, userId);

CREATE INDEX contactDemo on contact (id) where demo = 1;

CREATE INDEX exceptionByCaller on exception (callerId, lastDay) where endedAt is null;

CREATE INDEX exceptionInForce on exception (lastDay, callerId) where endedAt is null;

CREATE INDEX handOverByCaller on handOver (callerId, dueAt);

CREATE INDEX handOverByContact on handOver (contactId);

CREATE INDEX handOverByGiver on handOver (givenBy, doneAt desc) where seenAt is null;

CREATE INDEX handOverOpen on handOver (dueAt) where doneAt is null;

CREATE INDEX incidentByCaller on incident (callerId, occurredAt desc);

CREATE INDEX incidentByContact on incident (contactId) where contactId is not null;

CREATE INDEX incidentByDraft on incident (draftId) where draftId is not null;

CREATE INDEX incidentByTime on incident (occurredAt, callerId);

CREATE INDEX incidentByUser on incident (userId, occurredAt desc);

CREATE INDEX incidentDemo on incident (id) where demo = 1;

CREATE INDEX incidentDuplicate on incident (duplicateOfId) where duplicateOfId is not null;

CREATE INDEX incidentForTrends on incident (occurredAt, cause, severity, channel, userId)
  where duplicateOfId is null;

CREATE INDEX incidentToReview on incident (occurredAt) where reviewedAt is null;

CREATE INDEX incidentVersionByCaller on incidentVersion (callerId) where callerId is not null;

CREATE INDEX incidentVersionByIncident on incidentVersion (incidentId, id);

CREATE INDEX incidentWitnessByUser on incidentWitness (userId);

CREATE INDEX incidentWorkerByUser on incidentWorker (userId, incidentId);

CREATE INDEX letterByAgreement on letter (agreementId) where agreementId is not null;

CREATE INDEX letterByMeasure on letter (measureId) where measureId is not null;

CREATE INDEX letterByReplaced on letter (replacesId) where replacesId is not null;

CREATE INDEX measureByCaller on measure (callerId, decidedAt desc);

CREATE INDEX measureByTime on measure (decidedAt desc);

CREATE INDEX measureDemo on measure (id) where demo = 1;

CREATE INDEX measureInForce on measure (lastDay, callerId) where liftedAt is null and replacedAt is null;

CREATE INDEX measureIncidentByIncident on measureIncident (incidentId);

CREATE INDEX measureToAnswer on measure (answerBefore) where answerBefore is not null;

CREATE INDEX objectionByMeasure on objection (measureId);

CREATE INDEX phraseByUser on phrase (userId);

CREATE INDEX policeDossierByMeasure on policeDossier (measureId);

CREATE INDEX privacyRequestByCaller on privacyRequest (callerId) where callerId is not null;

CREATE INDEX privacyRequestOpen on privacyRequest (receivedOn) where answeredAt is null;

CREATE INDEX rectificationByRequest on rectification (requestId);

CREATE INDEX restrictionInForce on restriction (callerId) where liftedAt is null;

CREATE INDEX retentionTermByKind on retentionTerm (kind, id desc);

CREATE INDEX takeOverRequestOpen on takeOverRequest (askedAt) where answeredAt is null;

CREATE INDEX toldByCaller on told (callerId, recordedAt desc);

CREATE INDEX toldByMeasure on told (measureId) where measureId is not null;

CREATE INDEX trainingRecordByUser on trainingRecord (userId, trainingId);

CREATE INDEX trendEventByDay on trendEvent (fromDay);

CREATE INDEX turnByUser on turn (userId, day);

CREATE INDEX unfinishedByCaller on unfinished (callerId) where callerId is not null;

CREATE INDEX workSpanByEnd on workSpan (endedAt desc);

CREATE INDEX workSpanByUser on workSpan (userId, startedAt desc);

CREATE TABLE absence (
  id integer primary key autoincrement,
  userId integer not null references user (id) on delete cascade,
  firstDay text not null,
  lastDay text not null,
  recordedBy integer not null references user (id),
  recordedAt integer not null,
  check (firstDay <= lastDay)
);

CREATE TABLE "aftercare" (
  id integer primary key autoincrement,
  incidentId integer references incident (id) on delete cascade,
  userId integer not null references user (id) on delete cascade,
  startedAt integer not null,
  requested integer not null,
  closedAt integer,
  closedBy integer references user (id) on delete set null, withdrawn text
  check (withdrawn is null or (withdrawn in ('takenOff', 'duplicate') and closedAt is not null)),
  unique (incidentId, userId),
  check (incidentId is not null or requested = 1)
);

CREATE TABLE "aftercareOffer" (
  id integer primary key autoincrement,
  aftercareId integer not null references "aftercare" (id) on delete cascade,
  step text not null,
  offeredBy integer not null references user (id),
  offeredAt integer not null,
  agreed text not null default '',
  acceptedAt integer,
  outcome text,
  answeredAt integer,
  check ((outcome is null) = (answeredAt is null))
);

CREATE TABLE agreement (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  userId integer not null references user (id),
  callsPerWeek integer not null,
  startsOn text not null,
  lastDay text not null,
  reviewOn text not null,
  reason text not null,
  agreedWith text not null,
  madeAt integer not null,
  endedAt integer,
  endedBy integer references user (id)
);

CREATE TABLE agreementMoment (
  agreementId integer not null references agreement (id) on delete cascade,
  weekday integer not null,
  fromTime text not null,
  untilTime text not null,
  primary key (agreementId, weekday, fromTime)
) without rowid;

CREATE TABLE attachment (
  id integer primary key autoincrement,
  incidentId integer not null references incident (id) on delete cascade,
  name text not null,
  kind text not null,
  type text not null,
  bytes integer not null,
  addedBy integer not null references user (id),
  addedAt integer not null,
  wholeAt integer,
  removedBy integer references user (id),
  removedAt integer,
  removedReason text not null default ''
);

CREATE TABLE attachmentPart (
  attachmentId integer not null references attachment (id) on delete cascade,
  place integer not null,
  content blob not null,
  primary key (attachmentId, place)
);

CREATE TABLE auditEntry (
  id integer primary key autoincrement,
  at integer not null,
  userId integer,
  role text,
  action text not null,
  subject text,
  hash text not null
);

CREATE TABLE breakEvent (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  kind text not null,
  startedAt integer not null,
  endedAt integer
, draftId text);

CREATE TABLE breakWeek (
  monday text primary key,
  breaks integer,
  prompts integer
);

CREATE TABLE bucketStart (
  userId integer primary key references user (id),
  countsFrom integer not null
);

CREATE TABLE caller (
  id integer primary key autoincrement,
  displayName text not null,
  searchText text not null,
  birthDate text,
  generalPractitioner text not null default '',
  addressForm text not null default '',
  spokenLanguage text not null default '',
  checkFirst text not null default '',
  remark text not null default '',
  lastContactAt integer not null,
  createdAt integer not null,
  demo integer not null default 0
, standsOut integer not null default 0, postalAddress text not null default '', generalPractitionerNumber text not null default '');

CREATE TABLE callerMerge (
  id integer primary key autoincrement,
  keptId integer not null references caller (id) on delete cascade,
  mergedId integer not null,
  mergedBy integer not null references user (id),
  mergedAt integer not null,
  record text not null
);

CREATE TABLE callerMergeRow (
  mergeId integer not null references callerMerge (id) on delete cascade,
  tableName text not null,
  columnName text not null,
  rowId integer not null,
  primary key (mergeId, tableName, columnName, rowId)
) without rowid;

CREATE TABLE callerNameChange (id integer primary key check (id = 1), changes integer not null);

CREATE TABLE callerNumber (
  id integer primary key autoincrement,
  callerId integer not null references caller (id) on delete cascade,
  number text not null,
  digits text not null,
  reversedDigits text not null
);

CREATE VIRTUAL TABLE callerSearch using fts5 (
  searchText, content = 'caller', content_rowid = 'id', prefix = '1 2 3 4', detail = none, columnsize = 0
);

CREATE TABLE 'callerSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'callerSearch_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'callerSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE callerWord using fts5vocab (callerSearch, row);

CREATE TABLE "checkLook" (
  id integer primary key autoincrement,
  pointId integer not null references checkPoint (id) on delete cascade,
  lookedOn text not null,
  note text not null,
  nextOn text,
  userId integer not null references user (id),
  at integer not null
);

CREATE TABLE checkPoint (
  id integer primary key autoincrement,
  starting text unique,
  what text not null default '',
  help text not null default '',
  place integer not null,
  hidden integer not null default 0,
  check ((starting is null) = (what <> '')),
  check (starting is not null or hidden = 0)
);

CREATE TABLE coachingMoment (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  coachId integer not null references user (id),
  subject text not null,
  onDay text not null,
  held integer not null default 0,
  agreed text not null default '',
  agreedBy text,
  agreedDone integer not null default 0,
  plannedBy integer not null references user (id),
  plannedAt integer not null
);

CREATE TABLE concern (
  id integer primary key autoincrement,
  callerId integer references caller (id),
  userId integer not null references user (id),
  kind text not null,
  finding text not null,
  handedOverTo text not null,
  remark text not null,
  occurredAt integer not null,
  demo integer not null default 0
, takenOverBy text not null default '', takenOverAt text not null default '', completedAt integer, correctedAt integer, correctedBy integer references user (id));

CREATE TABLE concernShare (
  id integer primary key autoincrement,
  concernId integer not null references concern (id) on delete cascade,
  userId integer not null references user (id),
  consent text,
  vitalInterest integer not null,
  reason text not null,
  items text not null,
  place text not null,
  receiver text,
  receiverName text not null,
  savedAt integer not null,
  toldAt integer,
  way text,
  sheet text,
  check (toldAt is null or coalesce(consent = 'given', 0) or (vitalInterest = 1 and trim(reason) <> ''))
);

CREATE TABLE contact (
  id integer primary key autoincrement,
  callerId integer references caller (id),
  userId integer not null references user (id),
  channel text not null,
  reason text,
  text text not null,
  startedAt integer not null,
  savedAt integer not null,
  demo integer not null default 0
, linkedAt integer, draftId text);

CREATE TABLE contactCount (
  hour integer not null,
  channel text not null,
  userId integer not null,
  count integer not null,
  primary key (hour, channel, userId)
) without rowid;

CREATE TABLE directoryEntry (
  id integer primary key autoincrement,
  service integer not null,
  kind text not null,
  language text not null,
  name text not null,
  number text not null,
  reach text not null,
  checkedOn text,
  verified integer not null
);

CREATE TABLE draft (
  id text primary key,
  userId integer not null references user (id),
  content text not null,
  startedAt integer not null,
  updatedAt integer not null
) without rowid;

CREATE TABLE exception (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  userId integer not null references user (id),
  what text not null,
  why text not null,
  lastDay text not null,
  grantedAt integer not null,
  endedAt integer,
  endedBy integer references user (id)
);

CREATE TABLE favouritePhrase (
  userId integer not null references user (id) on delete cascade,
  phraseId integer not null references phrase (id) on delete cascade,
  primary key (userId, phraseId)
) without rowid;

CREATE TABLE handOver (
  id integer primary key autoincrement,
  kind text not null,
  callerId integer references caller (id),
  contactId integer not null references contact (id),
  givenBy integer not null references user (id),
  toUserId integer references user (id),
  toRole text,
  dueAt integer not null,
  givenAt integer not null,
  doneBy integer references user (id),
  doneAt integer,
  seenAt integer,
  check ((toUserId is null) <> (toRole is null))
);

CREATE TABLE houseRuleReading (
  document text not null,
  version integer not null,
  userId integer not null references user (id) on delete cascade,
  readAt integer not null,
  primary key (document, version, userId)
) without rowid;

CREATE TABLE houseRuleVersion (
  id integer primary key autoincrement,
  document text not null,
  version integer not null,
  titleNl text not null,
  textNl text not null,
  titleEn text not null,
  textEn text not null,
  note text not null,
  withdrawn integer not null default 0,
  decidedBy integer not null references user (id),
  decidedAt integer not null,
  unique (document, version)
);

CREATE TABLE improvement (
  id integer primary key autoincrement,
  what text not null,
  why text not null,
  cause text,
  who text not null,
  dueOn text,
  doneOn text,
  addedBy integer not null references user (id),
  addedAt integer not null
);

CREATE TABLE incident (
  id integer primary key autoincrement,
  callerId integer references caller (id),
  contactId integer references contact (id),
  draftId text,
  userId integer not null references user (id),
  channel text not null,
  severity text not null,
  weight text not null default 'asItWas',
  cause text,
  aggressionKind text,
  words text not null default '',
  account text not null default '',
  witnesses text not null default '',
  occurredAt integer not null,
  completedAt integer,
  reviewedAt integer,
  reviewedBy integer references user (id),
  reviewNote text,
  feedbackReadAt integer,
  demo integer not null default 0
, linkedAt integer, duplicateOfId integer references incident (id) on delete set null, question text, questionAt integer, questionBy integer references user (id) on delete set null, closedAt integer, closedBy integer references user (id) on delete set null);

CREATE TABLE incidentBehaviour (
  incidentId integer not null references incident (id) on delete cascade,
  behaviour text not null,
  primary key (incidentId, behaviour)
) without rowid;

CREATE TABLE incidentOutcome (
  incidentId integer not null references incident (id) on delete cascade,
  outcome text not null,
  primary key (incidentId, outcome)
) without rowid;

CREATE TABLE incidentVersion (
  id integer primary key autoincrement,
  incidentId integer not null references incident (id) on delete cascade,
  callerId integer references caller (id) on delete set null,
  facts text not null,
  replacedAt integer not null,
  replacedBy integer not null references user (id),
  how text not null,
  why text not null
);

CREATE TABLE incidentWitness (
  incidentId integer not null references incident (id) on delete cascade,
  userId integer not null references user (id),
  primary key (incidentId, userId)
) without rowid;

CREATE TABLE incidentWorker (
  incidentId integer not null references incident (id) on delete cascade,
  userId integer not null references user (id),
  weight text not null default 'asItWas',
  feedbackReadAt integer,
  primary key (incidentId, userId)
) without rowid;

CREATE TABLE leftUndecided (
  incidentId integer primary key references incident (id) on delete cascade,
  userId integer not null references user (id),
  reason text not null,
  at integer not null
, tell integer not null default 0);

CREATE TABLE letter (
  id integer primary key autoincrement,
  measureId integer references measure (id) on delete cascade,
  agreementId integer references agreement (id) on delete cascade,
  kind text not null,
  language text not null,
  subject text not null,
  recipient text not null,
  text text not null,
  savedAt integer not null,
  finalAt integer,
  finalBy integer references user (id),
  sheet text,
  replacesId integer references letter (id) on delete cascade,
  sentOn text,
  sentWay text,
  check ((measureId is null) <> (agreementId is null))
);

CREATE TABLE letterTemplate (
  kind text not null,
  language text not null,
  subject text not null,
  text text not null,
  changedAt integer not null,
  changedBy integer not null references user (id),
  primary key (kind, language)
) without rowid;

CREATE TABLE measure (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  step text not null,
  reason text not null,
  decidedBy integer not null references user (id),
  decidedAt integer not null,
  fromDay text,
  lastDay text,
  reviewDay text,
  reviewedAt integer,
  reviewedBy integer references user (id),
  scope text not null default 'everything',
  scopeName text not null default '',
  staysOpen text not null default '',
  replacesId integer references measure (id),
  replacedAt integer,
  liftedAt integer,
  liftedBy integer references user (id),
  liftedReason text,
  outcome text not null default '',
  demo integer not null default 0
, replacesAs text, answerBefore integer);

CREATE TABLE measureChannel (
  measureId integer not null references measure (id) on delete cascade,
  channel text not null,
  primary key (measureId, channel)
) without rowid;

CREATE TABLE measureIncident (
  measureId integer not null references measure (id) on delete cascade,
  incidentId integer not null references incident (id) on delete cascade,
  primary key (measureId, incidentId)
) without rowid;

CREATE TABLE objection (
  id integer primary key autoincrement,
  measureId integer not null references measure (id) on delete cascade,
  receivedOn text not null,
  text text not null,
  recordedBy integer not null references user (id),
  recordedAt integer not null,
  outcome text,
  answer text,
  answeredBy integer references user (id),
  answeredAt integer
);

CREATE TABLE pastContact (
  hour integer not null,
  channel text not null,
  count integer not null,
  primary key (hour, channel)
) without rowid;

CREATE TABLE pastIncident (
  period text not null,
  dimension text not null,
  value text not null,
  count integer not null,
  primary key (dimension, period, value)
) without rowid;

CREATE TABLE phrase (
  id integer primary key autoincrement,
  kind text not null,
  nl text not null,
  en text not null,
  startingNl text,
  startingEn text,
  userId integer references user (id) on delete cascade,
  hidden integer not null default 0
);

CREATE TABLE policeDossier (
  id integer primary key autoincrement,
  measureId integer not null references measure (id) on delete cascade,
  madeAt integer not null,
  madeBy integer not null references user (id),
  sheet text not null
);

CREATE TABLE policeReport (
  measureId integer primary key references measure (id) on delete cascade,
  reportedOn text,
  reportNumber text not null,
  policeContact text not null
);

CREATE TABLE privacyRequest (
  id integer primary key autoincrement,
  callerId integer references caller (id) on delete set null,
  userId integer references user (id),
  kind text not null,
  receivedOn text not null,
  asked text not null,
  ground text,
  recordedBy integer not null references user (id),
  recordedAt integer not null,
  extendedWhy text,
  outcome text,
  answer text not null default '',
  answeredBy integer references user (id),
  answeredAt integer, statement text not null default '', othersTold text, othersNote text not null default '', leftStanding text not null default '[]',
  check ((outcome is null) = (answeredAt is null))
);

CREATE TABLE questionnaire (
  id integer primary key autoincrement,
  openedOn text not null,
  lastDay text not null,
  openedBy integer not null references user (id),
  result text
);

CREATE TABLE questionnaireAnswer (
  id text primary key,
  questionnaireId integer not null references questionnaire (id) on delete cascade,
  function text not null,
  answers text not null
) without rowid;

CREATE TABLE questionnaireInvitation (
  questionnaireId integer not null references questionnaire (id) on delete cascade,
  userId integer not null references user (id),
  function text not null,
  answered integer not null,
  primary key (questionnaireId, userId)
) without rowid;

CREATE TABLE rectification (
  id integer primary key autoincrement,
  requestId integer not null references privacyRequest (id) on delete cascade,
  record text not null,
  happenedAt integer,
  fields text not null,
  changedBy integer not null references user (id),
  changedAt integer not null
);

CREATE TABLE restriction (
  id integer primary key autoincrement,
  callerId integer not null references caller (id) on delete cascade,
  requestId integer references privacyRequest (id) on delete set null,
  ground text not null,
  reason text not null,
  setBy integer not null references user (id),
  setAt integer not null,
  liftedBy integer references user (id),
  liftedAt integer,
  liftedReason text,
  check ((liftedAt is null) = (liftedReason is null))
);

CREATE TABLE retentionRun (
  id integer primary key autoincrement,
  startedAt integer not null,
  startedBy integer references user (id),
  endedAt integer,
  outcome text,
  counts text not null
);

CREATE TABLE retentionTerm (
  id integer primary key autoincrement,
  kind text not null,
  months integer not null,
  reason text not null,
  setBy integer references user (id),
  setAt integer not null
);

CREATE TABLE reviewedText (
  measureId integer not null references measure (id) on delete cascade,
  source text not null,
  sourceId integer not null,
  fingerprint text not null,
  reviewedAt integer not null,
  reviewedBy integer not null references user (id),
  primary key (measureId, source, sourceId)
) without rowid;

CREATE TABLE scriptSentenceVersion (
  id integer primary key autoincrement,
  sentence text not null,
  version integer not null,
  nl text not null,
  en text not null,
  startingNl text not null,
  startingEn text not null,
  decidedBy integer not null references user (id),
  decidedAt integer not null,
  unique (sentence, version)
);

CREATE TABLE setting (key text primary key, value text not null) without rowid;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE takeOverRequest (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  askedAt integer not null,
  answeredAt integer
, askedOf integer references user (id), answeredBy integer references user (id), takesOver integer);

CREATE TABLE teamGroup (
  id integer primary key autoincrement,
  kind text not null,
  name text not null collate nocase,
  retired integer not null default 0,
  unique (kind, name)
);

CREATE TABLE told (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  measureId integer references measure (id) on delete cascade,
  way text not null,
  toldOn text not null,
  toldBy integer not null references user (id),
  recordedBy integer not null references user (id),
  recordedAt integer not null
);

CREATE TABLE training (
  id integer primary key autoincrement,
  name text not null,
  kind text not null,
  validMonths integer,
  retired integer not null default 0
);

CREATE TABLE trainingRecord (
  id integer primary key autoincrement,
  trainingId integer not null references training (id),
  userId integer not null references user (id),
  doneOn text not null,
  certificate text not null,
  renewBy text,
  recordedBy integer not null references user (id),
  recordedAt integer not null
);

CREATE TABLE trendEvent (
  id integer primary key autoincrement,
  kind text not null,
  fromDay text not null,
  lastDay text not null,
  what text not null,
  addedBy integer not null references user (id),
  addedAt integer not null
);

CREATE TABLE turn (
  day text not null,
  part text not null,
  userId integer not null references user (id) on delete cascade,
  duty text not null,
  primary key (day, part, userId)
) without rowid;

CREATE TABLE "unfinished" (
  id integer primary key autoincrement,
  userId integer not null references user (id) on delete cascade,
  form text not null,
  callerId integer references caller (id) on delete cascade,
  content text not null,
  keptAt integer not null,
  unique (userId, form)
);

CREATE TABLE user (
  id integer primary key autoincrement,
  name text not null,
  role text not null,
  language text not null,
  theme text not null,
  active integer not null default 1,
  createdAt integer not null,
  demo integer not null default 0
, function text not null default '', department text not null default '', workingDays text not null default '12345' check (workingDays glob '[1-7]*'), removedAt integer, erasedAt integer);

CREATE TABLE workSpan (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  startedAt integer not null,
  endedAt integer not null
);

CREATE TRIGGER agreementStandsOut after insert on agreement begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;

CREATE TRIGGER auditEntryStays before update on auditEntry begin
  select raise(abort, 'the audit log is append only');
end;

CREATE TRIGGER callerNameChanged after update of searchText on caller begin
  update callerNameChange set changes = changes + 1;
end;

CREATE TRIGGER callerNameGone after delete on caller begin
  update callerNameChange set changes = changes + 1;
end;

CREATE TRIGGER callerNameMade after insert on caller begin
  update callerNameChange set changes = changes + 1;
end;

CREATE TRIGGER callerSearchDelete after delete on caller begin
  insert into callerSearch (callerSearch, rowid, searchText) values ('delete', old.id, old.searchText);
end;

CREATE TRIGGER callerSearchInsert after insert on caller begin
  insert into callerSearch (rowid, searchText) values (new.id, new.searchText);
end;

CREATE TRIGGER callerSearchUpdate after update of searchText on caller begin
  insert into callerSearch (callerSearch, rowid, searchText) values ('delete', old.id, old.searchText);
  insert into callerSearch (rowid, searchText) values (new.id, new.searchText);
end;

CREATE TRIGGER concernShareStays before update on concernShare when old.toldAt is not null begin
  select raise(abort, 'what was told stays as it is');
end;

CREATE TRIGGER contactCounted after insert on contact begin
  insert into contactCount (hour, channel, userId, count) values (new.startedAt / 3600000, new.channel, new.userId, 1)
    on conflict (hour, channel, userId) do update set count = count + 1;
end;

CREATE TRIGGER contactCountedAnew after update of startedAt, channel, userId on contact begin
  update contactCount set count = count - 1
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId;
  delete from contactCount
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId and count = 0;
  insert into contactCount (hour, channel, userId, count) values (new.startedAt / 3600000, new.channel, new.userId, 1)
    on conflict (hour, channel, userId) do update set count = count + 1;
end;

CREATE TRIGGER contactUncounted after delete on contact begin
  update contactCount set count = count - 1
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId;
  delete from contactCount
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId and count = 0;
end;

CREATE TRIGGER incidentStandsOut after insert on incident when new.callerId is not null begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;

CREATE TRIGGER incidentStandsOutAgain after update of occurredAt on incident when new.callerId is not null begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;

CREATE TRIGGER incidentStandsOutLater after update of callerId on incident when new.callerId is not null begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;

CREATE TRIGGER incidentVersionRemains before delete on incidentVersion
when exists (select 1 from incident where id = old.incidentId) begin
  select raise(abort, 'a version of an incident stays with it');
end;

CREATE TRIGGER incidentVersionStays before update of
  id, incidentId, facts, replacedAt, replacedBy, how, why
on incidentVersion begin
  select raise(abort, 'a version of an incident stays as it is');
end;

CREATE TRIGGER letterStays before update of
  measureId, agreementId, kind, language, subject, recipient, text, savedAt, finalAt, finalBy, sheet, replacesId
on letter when old.finalAt is not null begin
  select raise(abort, 'a finished letter stays as it is');
end;

CREATE TRIGGER measureStandsOut after insert on measure begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;

CREATE TRIGGER restrictedCallerStays
before update of displayName, searchText, birthDate, generalPractitioner, generalPractitionerNumber, addressForm,
  spokenLanguage, checkFirst, remark, postalAddress on caller
when exists (select 1 from restriction where callerId = old.id and liftedAt is null)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;

CREATE TRIGGER restrictedConcernStays
before update of callerId, kind, finding, handedOverTo, remark, takenOverBy on concern
when exists (
  select 1 from restriction where callerId = old.callerId and liftedAt is null and old.occurredAt < restriction.setAt)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;

CREATE TRIGGER restrictedContactStays
before update of callerId, channel, reason, text on contact
when exists (
  select 1 from restriction where callerId = old.callerId and liftedAt is null and old.startedAt < restriction.setAt)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;

CREATE TRIGGER restrictedIncidentStays
before update of callerId, channel, severity, cause, aggressionKind, words, account, witnesses on incident
when exists (
  select 1 from restriction where callerId = old.callerId and liftedAt is null and old.occurredAt < restriction.setAt)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;
