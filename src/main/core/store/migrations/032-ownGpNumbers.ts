/** The number of a practitioner elsewhere; one in the telephone list has it there. */
export const ownGpNumbers = `
alter table caller add column generalPractitionerNumber text not null default '';
`;
