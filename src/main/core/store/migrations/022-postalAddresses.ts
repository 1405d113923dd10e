/** Where a letter to a caller goes. */
export const postalAddresses = `
alter table caller add column postalAddress text not null default '';
`;
