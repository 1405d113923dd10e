/** Where the name of somebody who was erased was left in texts about others, and why. */
export const mentionsLeft = `
alter table privacyRequest add column leftStanding text not null default '[]';
`;
