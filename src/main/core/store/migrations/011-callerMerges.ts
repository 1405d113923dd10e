/** Two cards made into one: who did it, what both were before, and which rows went along. */
export const callerMerges = `
create table callerMerge (
  id integer primary key autoincrement,
  keptId integer not null references caller (id) on delete cascade,
  mergedId integer not null,
  mergedBy integer not null references user (id),
  mergedAt integer not null,
  record text not null
);
create index callerMergeByKept on callerMerge (keptId, id desc);
create index callerMergeByMerged on callerMerge (mergedId);

create table callerMergeRow (
  mergeId integer not null references callerMerge (id) on delete cascade,
  tableName text not null,
  columnName text not null,
  rowId integer not null,
  primary key (mergeId, tableName, columnName, rowId)
) without rowid;
`;
