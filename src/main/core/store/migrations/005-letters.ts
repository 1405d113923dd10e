export const letters = `
create table letterTemplate (
  kind text not null,
  language text not null,
  subject text not null,
  text text not null,
  changedAt integer not null,
  changedBy integer not null references user (id),
  primary key (kind, language)
) without rowid;

create table letter (
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
create index letterByMeasure on letter (measureId) where measureId is not null;
create index letterByAgreement on letter (agreementId) where agreementId is not null;
create index letterByReplaced on letter (replacesId) where replacesId is not null;
create trigger letterStays before update of
  measureId, agreementId, kind, language, subject, recipient, text, savedAt, finalAt, finalBy, sheet, replacesId
on letter when old.finalAt is not null begin
  select raise(abort, 'a finished letter stays as it is');
end;

create table reviewedText (
  measureId integer not null references measure (id) on delete cascade,
  source text not null,
  sourceId integer not null,
  fingerprint text not null,
  reviewedAt integer not null,
  reviewedBy integer not null references user (id),
  primary key (measureId, source, sourceId)
) without rowid;

create table policeDossier (
  id integer primary key autoincrement,
  measureId integer not null references measure (id) on delete cascade,
  madeAt integer not null,
  madeBy integer not null references user (id),
  sheet text not null
);
create index policeDossierByMeasure on policeDossier (measureId);

create table policeReport (
  measureId integer primary key references measure (id) on delete cascade,
  reportedOn text,
  reportNumber text not null,
  policeContact text not null
);
`;
