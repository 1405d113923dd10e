/** What somebody asked about what is kept of them, and what was done. The caller goes from it when they are erased. */
export const privacyRequests = `
create table privacyRequest (
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
  answeredAt integer,
  check ((outcome is null) = (answeredAt is null))
);
alter table user add column erasedAt integer;
create index privacyRequestByCaller on privacyRequest (callerId) where callerId is not null;
create index privacyRequestOpen on privacyRequest (receivedOn) where answeredAt is null;
`;
