/**
 * Who may stand out now, by a measure, an agreement or an incident, in an index that holds nobody else: the search shows
 * them before all others, and asks with every letter. A mark too many does no harm, one too few does; so they are set
 * here and taken away by `clearStandingOut` only.
 */
export const standingOut = `
alter table caller add column standsOut integer not null default 0;
create index callerStandingOut on caller (lastContactAt desc, searchText) where standsOut = 1;

create trigger measureStandsOut after insert on measure begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;
create trigger agreementStandsOut after insert on agreement begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;
create trigger incidentStandsOut after insert on incident when new.callerId is not null begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;
create trigger incidentStandsOutLater after update of callerId on incident when new.callerId is not null begin
  update caller set standsOut = 1 where id = new.callerId and standsOut = 0;
end;

update caller set standsOut = 1 where id in (
  select callerId from measure union select callerId from agreement union select callerId from incident
);
`;
