/** Which draft a contact was made of, so that saving it once more makes no second one. */
export const savedDrafts = `
alter table contact add column draftId text;
create unique index contactByDraft on contact (userId, draftId) where draftId is not null;
`;
