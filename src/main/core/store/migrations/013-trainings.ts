/** What the team is trained in, who followed what, and coaching on the job. */
export const trainings = `
create table training (
  id integer primary key autoincrement,
  name text not null,
  kind text not null,
  validMonths integer,
  retired integer not null default 0
);

create table trainingRecord (
  id integer primary key autoincrement,
  trainingId integer not null references training (id),
  userId integer not null references user (id),
  doneOn text not null,
  certificate text not null,
  renewBy text,
  recordedBy integer not null references user (id),
  recordedAt integer not null
);
create index trainingRecordByUser on trainingRecord (userId, trainingId);

create table coachingMoment (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  coachId integer not null references user (id),
  subject text not null,
  onDay text not null,
  held integer not null default 0,
  agreed text not null default '',
  agreedBy text,
  agreedDone integer not null default 0,
  plannedBy integer not null references user (id),
  plannedAt integer not null
);
create index coachingMomentByUser on coachingMoment (userId);
`;
