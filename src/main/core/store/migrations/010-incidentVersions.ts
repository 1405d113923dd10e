/**
 * What an incident was before each change. A version stays for as long as its incident does; only the caller in it
 * follows when two callers turn out to be one, or is forgotten with its card.
 */
export const incidentVersions = `
create table incidentVersion (
  id integer primary key autoincrement,
  incidentId integer not null references incident (id) on delete cascade,
  callerId integer references caller (id) on delete set null,
  facts text not null,
  replacedAt integer not null,
  replacedBy integer not null references user (id),
  how text not null,
  why text not null
);
create index incidentVersionByIncident on incidentVersion (incidentId, id);
create index incidentVersionByCaller on incidentVersion (callerId) where callerId is not null;
create trigger incidentVersionStays before update of
  id, incidentId, facts, replacedAt, replacedBy, how, why
on incidentVersion begin
  select raise(abort, 'a version of an incident stays as it is');
end;
create trigger incidentVersionRemains before delete on incidentVersion
when exists (select 1 from incident where id = old.incidentId) begin
  select raise(abort, 'a version of an incident stays with it');
end;

create trigger incidentStandsOutAgain after update of occurredAt on incident when new.callerId is not null begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;
`;
