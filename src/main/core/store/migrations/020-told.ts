/** Overlapping bans replace each other; the clock for answering somebody runs until they were told. */
export const told = `
alter table measure rename column extendsId to replacesId;
alter table measure add column replacesAs text;
update measure set replacesAs = 'extended' where replacesId is not null;
alter table measure add column answerBefore integer;
create index measureToAnswer on measure (answerBefore) where answerBefore is not null;
alter table leftUndecided add column tell integer not null default 0;

create table told (
  id integer primary key autoincrement,
  callerId integer not null references caller (id),
  measureId integer references measure (id) on delete cascade,
  way text not null,
  toldOn text not null,
  toldBy integer not null references user (id),
  recordedBy integer not null references user (id),
  recordedAt integer not null
);
create index toldByCaller on told (callerId, recordedAt desc);
create index toldByMeasure on told (measureId) where measureId is not null;
`;
