/** The points of the check-list: those that the program came with, and the practice's own beside them. */
export const checkPoints = `
create table checkPoint (
  id integer primary key autoincrement,
  starting text unique,
  what text not null default '',
  help text not null default '',
  place integer not null,
  hidden integer not null default 0,
  check ((starting is null) = (what <> '')),
  check (starting is not null or hidden = 0)
);
insert into checkPoint (starting, place) values
  ('announcements', 1), ('menu', 2), ('mailings', 3), ('consistency', 4), ('oneTransfer', 5), ('waitingTime', 6),
  ('website', 7), ('refusals', 8), ('desk', 9);

create table pointLook (
  id integer primary key autoincrement,
  pointId integer not null references checkPoint (id) on delete cascade,
  lookedOn text not null,
  note text not null,
  nextOn text,
  userId integer not null references user (id),
  at integer not null
);
insert into pointLook (id, pointId, lookedOn, note, nextOn, userId, at)
  select checkLook.id, checkPoint.id, lookedOn, note, nextOn, userId, at
  from checkLook join checkPoint on starting = item;
drop table checkLook;
alter table pointLook rename to checkLook;
create index checkLookByPoint on checkLook (pointId, id desc);
update unfinished set form = 'look ' || (select id from checkPoint where 'look' || starting = form)
  where form in (select 'look' || starting from checkPoint);
`;
