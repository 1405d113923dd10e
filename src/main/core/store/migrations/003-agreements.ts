export const agreements = `
create table agreement (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  userId integer not null references user (id),
  callsPerWeek integer not null,
  startsOn text not null,
  lastDay text not null,
  reviewOn text not null,
  reason text not null,
  agreedWith text not null,
  madeAt integer not null,
  endedAt integer,
  endedBy integer references user (id)
);
create index agreementByCaller on agreement (callerId, lastDay) where endedAt is null;
create index agreementInForce on agreement (lastDay, callerId) where endedAt is null;

create table agreementMoment (
  agreementId integer not null references agreement (id) on delete cascade,
  weekday integer not null,
  fromTime text not null,
  untilTime text not null,
  primary key (agreementId, weekday, fromTime)
) without rowid;

create table exception (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  userId integer not null references user (id),
  what text not null,
  why text not null,
  lastDay text not null,
  grantedAt integer not null,
  endedAt integer,
  endedBy integer references user (id)
);
create index exceptionByCaller on exception (callerId, lastDay) where endedAt is null;
create index exceptionInForce on exception (lastDay, callerId) where endedAt is null;
`;
