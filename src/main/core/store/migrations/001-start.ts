export const start = `
create table setting (key text primary key, value text not null) without rowid;

create table user (
  id integer primary key autoincrement,
  name text not null,
  role text not null,
  language text not null,
  theme text not null,
  active integer not null default 1,
  createdAt integer not null,
  demo integer not null default 0
);

create table caller (
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
);
create index callerByRecency on caller (lastContactAt desc, searchText);
create index callerByBirthDate on caller (birthDate) where birthDate is not null;
create index callerDemo on caller (id) where demo = 1;

create table callerNumber (
  id integer primary key autoincrement,
  callerId integer not null references caller (id) on delete cascade,
  number text not null,
  digits text not null,
  reversedDigits text not null
);
create index callerNumberByCaller on callerNumber (callerId, digits, reversedDigits);
create index callerNumberByDigits on callerNumber (digits, callerId);
create index callerNumberByReversedDigits on callerNumber (reversedDigits, callerId);

create virtual table callerSearch using fts5 (
  searchText, content = 'caller', content_rowid = 'id', prefix = '1 2 3 4', detail = none, columnsize = 0
);
insert into callerSearch (callerSearch, rank) values ('secure-delete', 1);
create trigger callerSearchInsert after insert on caller begin
  insert into callerSearch (rowid, searchText) values (new.id, new.searchText);
end;
create trigger callerSearchUpdate after update of searchText on caller begin
  insert into callerSearch (callerSearch, rowid, searchText) values ('delete', old.id, old.searchText);
  insert into callerSearch (rowid, searchText) values (new.id, new.searchText);
end;
create trigger callerSearchDelete after delete on caller begin
  insert into callerSearch (callerSearch, rowid, searchText) values ('delete', old.id, old.searchText);
end;

create table contact (
  id integer primary key autoincrement,
  callerId integer references caller (id),
  userId integer not null references user (id),
  channel text not null,
  reason text,
  text text not null,
  startedAt integer not null,
  savedAt integer not null,
  demo integer not null default 0
);
create index contactByCaller on contact (callerId, startedAt desc);
create index contactByTime on contact (startedAt, userId);
create index contactDemo on contact (id) where demo = 1;

create table draft (
  id text primary key,
  userId integer not null references user (id),
  content text not null,
  startedAt integer not null,
  updatedAt integer not null
) without rowid;

create table incident (
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
);
create index incidentByCaller on incident (callerId, occurredAt desc);
create index incidentByTime on incident (occurredAt, callerId);
create index incidentByUser on incident (userId, occurredAt desc);
create index incidentByDraft on incident (draftId) where draftId is not null;
create index incidentToReview on incident (occurredAt) where reviewedAt is null;
create index incidentDemo on incident (id) where demo = 1;

create table incidentBehaviour (
  incidentId integer not null references incident (id) on delete cascade,
  behaviour text not null,
  primary key (incidentId, behaviour)
) without rowid;
create table incidentOutcome (
  incidentId integer not null references incident (id) on delete cascade,
  outcome text not null,
  primary key (incidentId, outcome)
) without rowid;

create table breakEvent (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  kind text not null,
  startedAt integer not null,
  endedAt integer
);
create index breakEventByUser on breakEvent (userId, startedAt desc);

create table takeOverRequest (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  askedAt integer not null,
  answeredAt integer
);
create index takeOverRequestOpen on takeOverRequest (askedAt) where answeredAt is null;

create table concern (
  id integer primary key autoincrement,
  callerId integer references caller (id),
  userId integer not null references user (id),
  kind text not null,
  finding text not null,
  handedOverTo text not null,
  remark text not null,
  occurredAt integer not null,
  demo integer not null default 0
);
create index concernByCaller on concern (callerId, occurredAt desc);
create index concernByUser on concern (userId, occurredAt desc);

create table directoryEntry (
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

create table phrase (
  id integer primary key autoincrement,
  language text not null,
  kind text not null,
  text text not null
);

create table auditEntry (
  id integer primary key autoincrement,
  at integer not null,
  userId integer,
  role text,
  action text not null,
  subject text,
  hash text not null
);
create trigger auditEntryStays before update on auditEntry begin
  select raise(abort, 'the audit log is append only');
end;
`;
