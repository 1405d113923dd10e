/**
 * Terms that a practice chose for what it keeps, the runs that erased what was over them, and what is still counted of
 * what went. A name that is erased is taken out of the index of names too, and not only marked as gone.
 */
export const retention = `
create table retentionTerm (
  id integer primary key autoincrement,
  kind text not null,
  months integer not null,
  reason text not null,
  setBy integer references user (id),
  setAt integer not null
);
create index retentionTermByKind on retentionTerm (kind, id desc);
insert into retentionTerm (kind, months, reason, setBy, setAt)
  select 'concerns', json_extract(value, '$.months'), json_extract(value, '$.reason'), null,
    coalesce(cast(strftime('%s', json_extract(value, '$.chosenOn')) as integer), 0) * 1000
  from setting where key = 'concernRetention';
delete from setting where key = 'concernRetention';

create table retentionRun (
  id integer primary key autoincrement,
  startedAt integer not null,
  startedBy integer references user (id),
  endedAt integer,
  outcome text,
  counts text not null
);

create table pastContact (
  hour integer not null,
  channel text not null,
  count integer not null,
  primary key (hour, channel)
) without rowid;

create table pastIncident (
  period text not null,
  dimension text not null,
  value text not null,
  count integer not null,
  primary key (dimension, period, value)
) without rowid;

alter table user add column removedAt integer;
update user set removedAt = coalesce(
  (select max(at) from auditEntry where action = 'team.remove' and subject = 'user ' || user.id),
  (select max(at) from auditEntry where userId = user.id),
  createdAt
) where active = 0;

insert into callerSearch (callerSearch) values ('optimize');
insert into callerSearch (callerSearch, rank) values ('secure-delete', 1);
`;
