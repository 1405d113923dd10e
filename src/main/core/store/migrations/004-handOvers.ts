export const handOvers = `
create table handOver (
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
create index handOverOpen on handOver (dueAt) where doneAt is null;
create index handOverByCaller on handOver (callerId, dueAt);
create index handOverByContact on handOver (contactId);
create index handOverByGiver on handOver (givenBy, doneAt desc) where seenAt is null;

alter table contact add column linkedAt integer;
alter table incident add column linkedAt integer;
create index incidentByContact on incident (contactId) where contactId is not null;
`;
