/** Two indexes of the log that also hold who it was, in place of two more: each save writes a page of every index. */
export const auditIndexes = `
drop index auditEntryByTime;
drop index auditEntryByUser;
drop index auditEntryByUserAndAction;
drop index auditEntryByAction;
create index auditEntryByTime on auditEntry (at, userId);
create index auditEntryByAction on auditEntry (action, at, userId);
`;
