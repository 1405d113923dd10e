/**
 * The functions and departments that a practice chooses from. What is said of somebody stays a name: questionnaires told
 * by function keep it too, and a new name is written in all of them at once. Names that nobody has now stay as retired.
 */
export const teamGroups = `
create table teamGroup (
  id integer primary key autoincrement,
  kind text not null,
  name text not null collate nocase,
  retired integer not null default 0,
  unique (kind, name)
);
insert or ignore into teamGroup (kind, name)
  select distinct 'function', function from user where active = 1 and function <> '';
insert or ignore into teamGroup (kind, name)
  select distinct 'department', department from user where active = 1 and department <> '';
insert or ignore into teamGroup (kind, name, retired)
  select distinct 'function', function, 1 from user where demo = 0 and function <> '';
insert or ignore into teamGroup (kind, name, retired)
  select distinct 'department', department, 1 from user where demo = 0 and department <> '';
insert or ignore into teamGroup (kind, name, retired)
  select distinct 'function', json_extract(told.value, '$.name'), 1
    from questionnaire
    join user on user.id = openedBy and user.demo = 0
    join json_each(questionnaire.result, '$.groups') told
    where result is not null and json_extract(told.value, '$.name') <> '';
`;
