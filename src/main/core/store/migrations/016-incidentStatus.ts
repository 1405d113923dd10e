/** What a manager asked back about an incident, and when nothing more is to be done about it. */
export const incidentStatus = `
alter table incident add column question text;
alter table incident add column questionAt integer;
alter table incident add column questionBy integer references user (id) on delete set null;
alter table incident add column closedAt integer;
alter table incident add column closedBy integer references user (id) on delete set null;
`;
