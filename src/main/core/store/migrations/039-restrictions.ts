/**
 * Callers whose data may be kept and no more (GDPR, article 18). What was there when it was restricted is held as it is by
 * the store itself, whichever way a change comes; when it was last heard of them, and what comes later, goes on.
 */
export const restrictions = `
create table restriction (
  id integer primary key autoincrement,
  callerId integer not null references caller (id) on delete cascade,
  requestId integer references privacyRequest (id) on delete set null,
  ground text not null,
  reason text not null,
  setBy integer not null references user (id),
  setAt integer not null,
  liftedBy integer references user (id),
  liftedAt integer,
  liftedReason text,
  check ((liftedAt is null) = (liftedReason is null))
);
create index restrictionInForce on restriction (callerId) where liftedAt is null;

create trigger restrictedCallerStays
before update of displayName, searchText, birthDate, generalPractitioner, generalPractitionerNumber, addressForm,
  spokenLanguage, checkFirst, remark, postalAddress on caller
when exists (select 1 from restriction where callerId = old.id and liftedAt is null)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;

create trigger restrictedContactStays
before update of callerId, channel, reason, text on contact
when exists (
  select 1 from restriction where callerId = old.callerId and liftedAt is null and old.startedAt < restriction.setAt)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;

create trigger restrictedIncidentStays
before update of callerId, channel, severity, cause, aggressionKind, words, account, witnesses on incident
when exists (
  select 1 from restriction where callerId = old.callerId and liftedAt is null and old.occurredAt < restriction.setAt)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;

create trigger restrictedConcernStays
before update of callerId, kind, finding, handedOverTo, remark, takenOverBy on concern
when exists (
  select 1 from restriction where callerId = old.callerId and liftedAt is null and old.occurredAt < restriction.setAt)
begin
  select raise(abort, 'what is kept of this caller is restricted');
end;
`;
