export const aftercare = `
create table aftercare (
  id integer primary key autoincrement,
  incidentId integer not null references incident (id) on delete cascade,
  userId integer not null references user (id) on delete cascade,
  startedAt integer not null,
  requested integer not null,
  closedAt integer,
  closedBy integer references user (id) on delete set null,
  unique (incidentId, userId)
);
create index aftercareByUser on aftercare (userId, startedAt desc);
create index aftercareRunning on aftercare (startedAt) where closedAt is null;

create table aftercareOffer (
  id integer primary key autoincrement,
  aftercareId integer not null references aftercare (id) on delete cascade,
  step text not null,
  offeredBy integer not null references user (id),
  offeredAt integer not null,
  agreed text not null default '',
  acceptedAt integer,
  outcome text,
  answeredAt integer,
  check ((outcome is null) = (answeredAt is null))
);
create index aftercareOfferByAftercare on aftercareOffer (aftercareId, offeredAt);

create table absence (
  id integer primary key autoincrement,
  userId integer not null references user (id) on delete cascade,
  firstDay text not null,
  lastDay text not null,
  recordedBy integer not null references user (id),
  recordedAt integer not null,
  check (firstDay <= lastDay)
);
create index absenceByUser on absence (userId, lastDay);
`;
