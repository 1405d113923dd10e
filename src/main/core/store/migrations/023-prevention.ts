export const prevention = `
create table improvement (
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

create table checkLook (
  id integer primary key autoincrement,
  item text not null,
  lookedOn text not null,
  note text not null,
  nextOn text,
  userId integer not null references user (id),
  at integer not null
);
create index checkLookByItem on checkLook (item, id desc);
`;
