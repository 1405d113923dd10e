import { z } from 'zod';
import { day, id, instant, nothing, procedure, shortText } from './base.ts';
import { channel } from './channel.ts';
import { behaviour, cause, severity } from './incidentKinds.ts';

/** How long one step of the time line is; a week begins on Monday. */
export const trendUnit = z.enum(['day', 'week', 'month', 'year']);
export type TrendUnit = z.infer<typeof trendUnit>;

/** By what incidents are told apart. */
export const trendDimension = z.enum([
  'cause',
  'behaviour',
  'severity',
  'channel',
  'weekday',
  'hour',
  'function',
  'department',
]);
export type TrendDimension = z.infer<typeof trendDimension>;

const groupName = z.string().max(120);

/**
 * One kind only: of incidents (a cause of null is one that nobody has filled in yet), of the contacts too where they have
 * it. Hours are those of the practice's clock, the last one not included; Monday is 1.
 */
export const trendFilter = z.discriminatedUnion('of', [
  z.object({ of: z.literal('cause'), value: cause.nullable() }),
  z.object({ of: z.literal('behaviour'), value: behaviour }),
  z.object({ of: z.literal('severity'), value: severity }),
  z.object({ of: z.literal('channel'), value: channel }),
  z.object({ of: z.literal('weekday'), value: z.number().int().min(1).max(7) }),
  z
    .object({ of: z.literal('hour'), from: z.number().int().min(0).max(23), until: z.number().int().min(1).max(24) })
    .refine(({ from, until }) => from < until, { path: ['until'], error: 'endsBeforeItStarts' }),
  z.object({ of: z.literal('function'), value: groupName }),
  z.object({ of: z.literal('department'), value: groupName }),
]);
export type TrendFilter = z.infer<typeof trendFilter>;

const count = z.number().int().min(0);

export const rate = z.object({
  contacts: count,
  incidents: count,
  /** Incidents per 100 contacts; null without contacts. */
  perHundred: z.number().nullable(),
});
export type Rate = z.infer<typeof rate>;

/** A week that is out of the ordinary, with the figures that say so, all per 100 contacts. */
export const trendSignal = z.object({
  direction: z.enum(['above', 'below']),
  perHundred: z.number(),
  usual: z.number(),
  margin: z.number(),
});
export type TrendSignal = z.infer<typeof trendSignal>;

/** Whole days, the last one included. */
export const trendPeriod = rate.extend({
  from: z.iso.date(),
  lastDay: z.iso.date(),
  signal: trendSignal.nullable(),
  /** Nothing is told of it: too few people of the group that was asked for, or too few others. */
  withheld: z.boolean(),
});
export type TrendPeriod = z.infer<typeof trendPeriod>;

export const trendGroup = rate.extend({
  /**
   * A value of the dimension: a code, an hour `9`, a weekday `1` for Monday, or the name of a function or department.
   * Null is a cause that nobody has filled in, or the groups of people that are too small to be shown apart.
   */
  value: z.string().nullable(),
});
export type TrendGroup = z.infer<typeof trendGroup>;

export const trendEventKind = z.enum(['mailing', 'menuChanged', 'staffShort', 'other']);
export type TrendEventKind = z.infer<typeof trendEventKind>;

const eventTerms = z.object({ kind: trendEventKind, from: day, lastDay: day, what: shortText });
export const trendEventTerms = eventTerms.refine(({ from, lastDay }) => from <= lastDay, {
  path: ['lastDay'],
  error: 'endsBeforeItStarts',
});
export type TrendEventTerms = z.infer<typeof trendEventTerms>;

export const trendEvent = eventTerms.extend({ id, addedByName: z.string(), addedAt: instant });
export type TrendEvent = z.infer<typeof trendEvent>;

export const trendQuestion = z
  .object({
    unit: trendUnit,
    /** A day in the last period that is shown; null is today. */
    until: day.nullable(),
    only: trendFilter.nullable(),
  })
  // On one day a group is too soon one person.
  .refine(({ unit, only }) => unit !== 'day' || (only?.of !== 'function' && only?.of !== 'department'), {
    path: ['unit'],
    error: 'weeksAtLeast',
  });
export type TrendQuestion = z.infer<typeof trendQuestion>;

export const trendReport = z.object({
  unit: trendUnit,
  from: z.iso.date(),
  lastDay: z.iso.date(),
  total: rate,
  /** The oldest first. */
  periods: z.array(trendPeriod),
  /** Without any where they would tell of fewer than three people. */
  groups: z.record(trendDimension, z.array(trendGroup)),
  /** The functions and departments that the time line can be narrowed to. */
  names: z.object({ function: z.array(z.string()), department: z.array(z.string()) }),
  /** Those that touch the days shown, the oldest first. */
  events: z.array(trendEvent),
  /** What to ask for to see the time before, and the time after; null when this is the newest. */
  earlierUntil: z.iso.date(),
  laterUntil: z.iso.date().nullable(),
});
export type TrendReport = z.infer<typeof trendReport>;

export const trends = {
  report: procedure('manager').input(trendQuestion).output(trendReport),
  /** Adds an event, or changes the one with this id. */
  saveEvent: procedure('manager')
    .input(z.object({ eventId: id.nullable(), event: trendEventTerms }))
    .output(z.object({ eventId: id })),
  removeEvent: procedure('manager')
    .input(z.object({ eventId: id }))
    .output(nothing),
};
