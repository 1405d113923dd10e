/**
 * What was changed because somebody asked for it (GDPR, article 16): which fields, never what stood in them. With a request
 * that was refused the caller's own statement is kept, and with one that was met who else was told of it (article 19).
 */
export const rectifications = `
create table rectification (
  id integer primary key autoincrement,
  requestId integer not null references privacyRequest (id) on delete cascade,
  record text not null,
  happenedAt integer,
  fields text not null,
  changedBy integer not null references user (id),
  changedAt integer not null
);
create index rectificationByRequest on rectification (requestId);

alter table privacyRequest add column statement text not null default '';
alter table privacyRequest add column othersTold text;
alter table privacyRequest add column othersNote text not null default '';
`;
