/** Who does what in a part of a day. */
export const rotation = `
create table turn (
  day text not null,
  part text not null,
  userId integer not null references user (id) on delete cascade,
  duty text not null,
  primary key (day, part, userId)
) without rowid;
create index turnByUser on turn (userId, day);
`;
