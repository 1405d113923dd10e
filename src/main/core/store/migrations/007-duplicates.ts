/** An incident that two workers recorded is one incident: the second says of which it is the same. */
export const duplicates = `
alter table incident add column duplicateOfId integer references incident (id) on delete set null;
create index incidentDuplicate on incident (duplicateOfId) where duplicateOfId is not null;
`;
