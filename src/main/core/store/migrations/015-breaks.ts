/**
 * The bucket leaks by time at work: spans of it are kept for days, of weeks that are over totals only. What a practice
 * chose stays; where its figures contradict each other, the one that is checked now gives way.
 */
export const breaks = `
create table workSpan (
  id integer primary key autoincrement,
  userId integer not null references user (id),
  startedAt integer not null,
  endedAt integer not null
);
create index workSpanByUser on workSpan (userId, startedAt desc);
create index workSpanByEnd on workSpan (endedAt desc);

create table bucketStart (
  userId integer primary key references user (id),
  countsFrom integer not null
);

create table breakWeek (
  monday text primary key,
  breaks integer,
  prompts integer
);

alter table breakEvent add column draftId text;
alter table takeOverRequest add column askedOf integer references user (id);
alter table takeOverRequest add column answeredBy integer references user (id);
alter table takeOverRequest add column takesOver integer;

update setting set value = json_set(
  json_remove(value, '$.bucket.crisisDrops'),
  '$.bucket.distressDrops', json_object('crisis', json_extract(value, '$.bucket.crisisDrops'), 'lonely', 0.5),
  '$.bucket.reliefPerNight', 1,
  '$.bucket.weights.lighter', min(1, json_extract(value, '$.bucket.weights.lighter')),
  '$.bucket.leakPerOtherWorkHour', max(1.5, json_extract(value, '$.bucket.leakPerHour'))
) where key = 'houseRules' and json_type(value, '$.bucket') = 'object';

update setting set value = json_set(
  value,
  '$.bucket.drops.serious',
    max(json_extract(value, '$.bucket.drops.unpleasant'), json_extract(value, '$.bucket.drops.serious')),
  '$.bucket.drops.verySerious',
    max(
      json_extract(value, '$.bucket.drops.unpleasant'),
      json_extract(value, '$.bucket.drops.serious'),
      json_extract(value, '$.bucket.drops.verySerious')
    ),
  '$.bucket.leakPerBreakMinute',
    max(
      json_extract(value, '$.bucket.leakPerBreakMinute'),
      round(json_extract(value, '$.bucket.leakPerOtherWorkHour') / 60.0 + 0.01, 2)
    )
) where key = 'houseRules' and json_type(value, '$.bucket') = 'object';
`;
