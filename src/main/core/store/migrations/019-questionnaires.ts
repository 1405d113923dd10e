/**
 * The anonymous questionnaire. Who answered stands apart from what was answered, neither with a time nor with an id that
 * counts up, and both only until it is closed. `without rowid`, because a rowid would say in which order they came.
 */
export const questionnaires = `
create table questionnaire (
  id integer primary key autoincrement,
  openedOn text not null,
  lastDay text not null,
  openedBy integer not null references user (id),
  result text
);

create table questionnaireInvitation (
  questionnaireId integer not null references questionnaire (id) on delete cascade,
  userId integer not null references user (id),
  function text not null,
  answered integer not null,
  primary key (questionnaireId, userId)
) without rowid;

create table questionnaireAnswer (
  id text primary key,
  questionnaireId integer not null references questionnaire (id) on delete cascade,
  function text not null,
  answers text not null
) without rowid;
`;
