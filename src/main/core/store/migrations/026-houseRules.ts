/** What a practice starts with is among its texts, and has no row until somebody decides on a version of it. */
export const houseRules = `
create table houseRuleVersion (
  id integer primary key autoincrement,
  document text not null,
  version integer not null,
  titleNl text not null,
  textNl text not null,
  titleEn text not null,
  textEn text not null,
  note text not null,
  withdrawn integer not null default 0,
  decidedBy integer not null references user (id),
  decidedAt integer not null,
  unique (document, version)
);

create table houseRuleReading (
  document text not null,
  version integer not null,
  userId integer not null references user (id) on delete cascade,
  readAt integer not null,
  primary key (document, version, userId)
) without rowid;
`;
