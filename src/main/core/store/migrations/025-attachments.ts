/** Files of incidents, apart from their bytes: a list is read without them, and each part is read and written by itself. */
export const attachments = `
create table attachment (
  id integer primary key autoincrement,
  incidentId integer not null references incident (id) on delete cascade,
  name text not null,
  kind text not null,
  type text not null,
  bytes integer not null,
  addedBy integer not null references user (id),
  addedAt integer not null,
  wholeAt integer,
  removedBy integer references user (id),
  removedAt integer,
  removedReason text not null default ''
);
create index attachmentByIncident on attachment (incidentId, addedAt);
create index attachmentUnfinished on attachment (addedBy, addedAt) where wholeAt is null;

create table attachmentPart (
  attachmentId integer not null references attachment (id) on delete cascade,
  place integer not null,
  content blob not null,
  primary key (attachmentId, place)
);
`;
