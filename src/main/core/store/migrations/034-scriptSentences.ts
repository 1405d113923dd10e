/** What the scripts start with is among their texts; here are the practice's own words, and beside which they were chosen. */
export const scriptSentences = `
create table scriptSentenceVersion (
  id integer primary key autoincrement,
  sentence text not null,
  version integer not null,
  nl text not null,
  en text not null,
  startingNl text not null,
  startingEn text not null,
  decidedBy integer not null references user (id),
  decidedAt integer not null,
  unique (sentence, version)
);
`;
