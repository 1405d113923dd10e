/** What is typed about a caller goes with the caller: to another card, and away. */
export const unfinishedAbout = `
create table unfinishedForm (
  id integer primary key autoincrement,
  userId integer not null references user (id) on delete cascade,
  form text not null,
  callerId integer references caller (id) on delete cascade,
  content text not null,
  keptAt integer not null,
  unique (userId, form)
);
insert into unfinishedForm (userId, form, content, keptAt) select userId, form, content, keptAt from unfinished;
drop table unfinished;
alter table unfinishedForm rename to unfinished;
create index unfinishedByCaller on unfinished (callerId) where callerId is not null;
`;
