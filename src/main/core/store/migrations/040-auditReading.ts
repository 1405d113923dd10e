/** Finds entries of the log by who, by what was done, by when and by what they are about, however long the log is. */
export const auditReading = `
create index auditEntryByTime on auditEntry (at);
create index auditEntryByUser on auditEntry (userId, at);
create index auditEntryByUserAndAction on auditEntry (userId, action, at);
create index auditEntryByAction on auditEntry (action, at);
create index auditEntryBySubject on auditEntry (subject) where subject is not null;
`;
