/** A sentence is one row with its words in both languages: in a store that was filled in order, the n-th of a kind. */
const startingPhrases = (language: string) => `
  select kind, text, row_number() over (partition by kind order by id) as place
  from phraseByLanguage where language = '${language}'`;

export const phrases = `
alter table phrase rename to phraseByLanguage;
create table phrase (
  id integer primary key autoincrement,
  kind text not null,
  nl text not null,
  en text not null,
  startingNl text,
  startingEn text,
  userId integer references user (id) on delete cascade,
  hidden integer not null default 0
);
insert into phrase (kind, nl, en, startingNl, startingEn)
  select kind, dutch.text, english.text, dutch.text, english.text
  from (${startingPhrases('nl')}) as dutch join (${startingPhrases('en')}) as english using (kind, place);
drop table phraseByLanguage;
create index phraseByUser on phrase (userId);

create table favouritePhrase (
  userId integer not null references user (id) on delete cascade,
  phraseId integer not null references phrase (id) on delete cascade,
  primary key (userId, phraseId)
) without rowid;

create table unfinished (
  userId integer not null references user (id) on delete cascade,
  form text not null,
  content text not null,
  keptAt integer not null,
  primary key (userId, form)
) without rowid;
`;
