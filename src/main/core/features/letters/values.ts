import type { Language } from '../../../../shared/contract/base.ts';
import { behaviour } from '../../../../shared/contract/incidentKinds.ts';
import type { Letterhead } from '../../../../shared/contract/letters.ts';
import { bannableChannel } from '../../../../shared/contract/measureDecision.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { keptUntil, type LetterValues } from '../../rules/letter.ts';
import type { LetterFacts } from './facts.ts';
import { startingLetters } from './templates.ts';

export interface LetterSetting {
  language: Language;
  timeZone: string;
  practiceName: string;
  letterhead: Letterhead;
  /** Whether a ban on contact with one worker says who that is. */
  nameWorker: boolean;
}

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const AT_NOON = 'T12:00:00Z';
/** A Monday, to name the days of the week from. */
const MONDAY = Date.parse('2024-01-01T12:00:00Z');
const DAY = 86_400_000;

/** Dates as they are written out in a letter. */
export function letterDates(language: Language, timeZone: string) {
  const locale = locales[language];
  const inUtc = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return {
    day: (day: string) => inUtc.format(Date.parse(`${day}${AT_NOON}`)),
    date: (at: number) => date.format(at),
    time: (at: number) => time.format(at),
    weekday: (number: number) => weekday.format(MONDAY + (number - 1) * DAY),
  };
}

/** In the order of a closed list: rows come in any. */
export const inOrder = <Item>(items: readonly Item[], order: readonly Item[]): Item[] =>
  order.filter((item) => items.includes(item));

type Words = ReturnType<typeof createI18n>['t'];

function joined(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

function incidentLines(facts: LetterFacts, dates: ReturnType<typeof letterDates>, t: Words): string {
  return facts.incidents
    .map(({ occurredAt, channel, behaviours }) =>
      t('letters:paper.incident', {
        date: dates.date(occurredAt),
        time: dates.time(occurredAt),
        channel: t(`letters:paper.channel.${channel}`),
        behaviours: joined(
          inOrder(behaviours, behaviour.options).map((name) => t(`letters:paper.behaviour.${name}`)),
          t('letters:paper.and'),
        ),
      }),
    )
    .join('\n');
}

function closedLines({ channels, scope, scopeName }: NonNullable<LetterFacts['ban']>, nameWorker: boolean, t: Words) {
  const named = scope === 'worker' && nameWorker ? 'namedWorker' : scope;
  return [
    ...inOrder(channels, bannableChannel.options).map((channel) => t(`letters:paper.channelWords.${channel}`)),
    t(`letters:paper.scope.${named}`, { name: scopeName }),
  ].join('\n');
}

function openLines({ channels, staysOpen }: NonNullable<LetterFacts['ban']>, t: Words): string {
  const open = bannableChannel.options.filter((channel) => !channels.includes(channel));
  return [...open.map((channel) => t(`letters:paper.channelWords.${channel}`)), staysOpen].join('\n');
}

function agreementLines(
  { callsPerWeek, moments }: NonNullable<LetterFacts['agreement']>,
  weekday: (day: number) => string,
  t: Words,
) {
  return [
    t('letters:paper.calls', { count: callsPerWeek }),
    ...moments.map((moment) =>
      t('letters:paper.moment', { weekday: weekday(moment.weekday), from: moment.from, until: moment.until }),
    ),
  ].join('\n');
}

/** What goes in the places of the fields. What is not known stays away, so that somebody fills it in. */
export function letterValues(facts: LetterFacts, setting: LetterSetting): LetterValues {
  const { language, letterhead } = setting;
  const { t } = createI18n(language);
  const dates = letterDates(language, setting.timeZone);
  const { from, lastDay, endsOn, reviewDay, ban, agreement, objection } = facts;
  const asDay = (day: string | null | undefined) => (day ? dates.day(day) : undefined);
  const [first, last] = [asDay(from), asDay(lastDay)];
  const orMissing = (text: string | null | undefined) => text?.trim() || undefined;
  return {
    name: facts.callerName,
    practice: setting.practiceName,
    phone: orMissing(letterhead.phone),
    incidents: orMissing(incidentLines(facts, dates, t)),
    reason: orMissing(facts.reason),
    from: first,
    until: last,
    period: first && last ? t('letters:paper.period', { from: first, until: last }) : undefined,
    closed: ban ? closedLines(ban, setting.nameWorker, t) : undefined,
    open: ban ? openLines(ban, t) : startingLetters[language].everythingOpen,
    agreements: agreement ? agreementLines(agreement, dates.weekday, t) : undefined,
    reviewDate: asDay(reviewDay),
    emergencies: startingLetters[language].emergencies,
    keptUntil: endsOn ? dates.day(keptUntil(endsOn)) : undefined,
    objectionsTo: orMissing(letterhead.objectionsTo),
    objectionTerm: orMissing(letterhead.objectionTerm),
    objection: orMissing(objection?.text),
    objectionDate: asDay(objection?.receivedOn),
    answer: orMissing(objection?.answer),
  };
}
