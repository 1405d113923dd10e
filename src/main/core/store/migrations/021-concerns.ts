export const concerns = `
alter table concern add column takenOverBy text not null default '';
alter table concern add column takenOverAt text not null default '';
alter table concern add column completedAt integer;
alter table concern add column correctedAt integer;
alter table concern add column correctedBy integer references user (id);
update concern set completedAt = occurredAt;

create table concernShare (
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
create index concernShareByConcern on concernShare (concernId);
create trigger concernShareStays before update on concernShare when old.toldAt is not null begin
  select raise(abort, 'what was told stays as it is');
end;
`;
