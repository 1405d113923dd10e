/** What somebody does in the practice and where, in the practice's own words; empty until somebody says so. */
export const functions = `
alter table user add column function text not null default '';
alter table user add column department text not null default '';
`;
