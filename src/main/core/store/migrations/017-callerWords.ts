/**
 * The words of names, for what looks like a name that was typed. They are read into memory, so whoever changes a name
 * says so here. What follows a `d'` became a word of its own.
 */
export const callerWords = `
create virtual table callerWord using fts5vocab (callerSearch, row);

create table callerNameChange (id integer primary key check (id = 1), changes integer not null);
insert into callerNameChange values (1, 0);
create trigger callerNameMade after insert on caller begin
  update callerNameChange set changes = changes + 1;
end;
create trigger callerNameChanged after update of searchText on caller begin
  update callerNameChange set changes = changes + 1;
end;
create trigger callerNameGone after delete on caller begin
  update callerNameChange set changes = changes + 1;
end;

update caller set searchText = searchTextOf(displayName)
  where displayName like '%''%' or displayName like '%’%' or displayName like '%\`%' or displayName like '%´%';
`;
