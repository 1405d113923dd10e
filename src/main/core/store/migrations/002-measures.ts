export const measures = `
create table measure (
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
  extendsId integer references measure (id),
  replacedAt integer,
  liftedAt integer,
  liftedBy integer references user (id),
  liftedReason text,
  outcome text not null default '',
  demo integer not null default 0
);
create index measureByCaller on measure (callerId, decidedAt desc);
create index measureInForce on measure (lastDay, callerId) where liftedAt is null and replacedAt is null;
create index measureByTime on measure (decidedAt desc);
create index measureDemo on measure (id) where demo = 1;

create table measureChannel (
  measureId integer not null references measure (id) on delete cascade,
  channel text not null,
  primary key (measureId, channel)
) without rowid;

create table measureIncident (
  measureId integer not null references measure (id) on delete cascade,
  incidentId integer not null references incident (id) on delete cascade,
  primary key (measureId, incidentId)
) without rowid;
create index measureIncidentByIncident on measureIncident (incidentId);

create table leftUndecided (
  incidentId integer primary key references incident (id) on delete cascade,
  userId integer not null references user (id),
  reason text not null,
  at integer not null
);

create table objection (
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
create index objectionByMeasure on objection (measureId);
`;
