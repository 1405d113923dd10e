/**
 * Contacts are counted as they come and go: a year of them is too many to count while somebody waits. `hour` is whole
 * hours since 1970 UTC, because a practice may change its time zone; no clock in the kingdom is a part of an hour off.
 */
export const trends = `
create table contactCount (
  hour integer not null,
  channel text not null,
  userId integer not null,
  count integer not null,
  primary key (hour, channel, userId)
) without rowid;
insert into contactCount select startedAt / 3600000, channel, userId, count(*) from contact group by 1, 2, 3;

create trigger contactCounted after insert on contact begin
  insert into contactCount (hour, channel, userId, count) values (new.startedAt / 3600000, new.channel, new.userId, 1)
    on conflict (hour, channel, userId) do update set count = count + 1;
end;
create trigger contactUncounted after delete on contact begin
  update contactCount set count = count - 1
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId;
  delete from contactCount
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId and count = 0;
end;
create trigger contactCountedAnew after update of startedAt, channel, userId on contact begin
  update contactCount set count = count - 1
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId;
  delete from contactCount
    where hour = old.startedAt / 3600000 and channel = old.channel and userId = old.userId and count = 0;
  insert into contactCount (hour, channel, userId, count) values (new.startedAt / 3600000, new.channel, new.userId, 1)
    on conflict (hour, channel, userId) do update set count = count + 1;
end;

create index incidentForTrends on incident (occurredAt, cause, severity, channel, userId)
  where duplicateOfId is null;

create table trendEvent (
  id integer primary key autoincrement,
  kind text not null,
  fromDay text not null,
  lastDay text not null,
  what text not null,
  addedBy integer not null references user (id),
  addedAt integer not null
);
create index trendEventByDay on trendEvent (fromDay);
`;
