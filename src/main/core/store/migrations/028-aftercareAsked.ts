/**
 * A worker may ask for aftercare that stands on no incident; of what it was for, the store then holds nothing at all.
 * The offers are made anew with it: as they were, they would go when the table they refer to is dropped.
 */
export const aftercareAsked = `
create table anyAftercare (
  id integer primary key autoincrement,
  incidentId integer references incident (id) on delete cascade,
  userId integer not null references user (id) on delete cascade,
  startedAt integer not null,
  requested integer not null,
  closedAt integer,
  closedBy integer references user (id) on delete set null,
  unique (incidentId, userId),
  check (incidentId is not null or requested = 1)
);
insert into anyAftercare (id, incidentId, userId, startedAt, requested, closedAt, closedBy)
  select id, incidentId, userId, startedAt, requested, closedAt, closedBy from aftercare;
create table anyAftercareOffer (
  id integer primary key autoincrement,
  aftercareId integer not null references anyAftercare (id) on delete cascade,
  step text not null,
  offeredBy integer not null references user (id),
  offeredAt integer not null,
  agreed text not null default '',
  acceptedAt integer,
  outcome text,
  answeredAt integer,
  check ((outcome is null) = (answeredAt is null))
);
insert into anyAftercareOffer
    (id, aftercareId, step, offeredBy, offeredAt, agreed, acceptedAt, outcome, answeredAt)
  select id, aftercareId, step, offeredBy, offeredAt, agreed, acceptedAt, outcome, answeredAt from aftercareOffer;
drop table aftercareOffer;
drop table aftercare;
alter table anyAftercare rename to aftercare;
alter table anyAftercareOffer rename to aftercareOffer;
create index aftercareByUser on aftercare (userId, startedAt desc);
create index aftercareRunning on aftercare (startedAt) where closedAt is null;
create index aftercareOfferByAftercare on aftercareOffer (aftercareId, offeredAt);
`;
