import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { subDays } from 'date-fns/subDays';
import type { Channel } from '../../../shared/contract/channel.ts';
import type { BannableChannel, MeasureState, Step } from '../../../shared/contract/measures.ts';
import { dayOf } from './practiceTime.ts';

/** What tells whether a measure is in force. */
export interface Period {
  /** The days it covers, both included; null for a step without a period. */
  fromDay: string | null;
  lastDay: string | null;
  decidedAt: number;
  /** When an extension took its place. */
  replacedAt: number | null;
  liftedAt: number | null;
}

const asDay = (date: Date): string => format(date, 'yyyy-MM-dd');

/** It ends with its last day in the practice's time zone, by itself: nobody has to end it. */
export function stateOf(period: Period, now: number, timeZone: string): MeasureState {
  if (period.fromDay === null || period.lastDay === null) return 'noted';
  if (period.liftedAt !== null && period.liftedAt <= now) return 'lifted';
  if (period.replacedAt !== null && period.replacedAt <= now) return 'replaced';
  const today = dayOf(now, timeZone);
  if (today > period.lastDay) return 'ended';
  return today < period.fromDay || now < period.decidedAt ? 'planned' : 'running';
}

export function isRunning(period: Period, now: number, timeZone: string): boolean {
  return stateOf(period, now, timeZone) === 'running';
}

export interface Ban extends Period {
  step: Step;
  channels: readonly BannableChannel[];
}

/**
 * Whether a caller is refused on a channel now. The urgent line and emergencies are open to everybody: this is the
 * one place that says so, and nothing that can be stored changes it.
 */
export function closes(
  ban: Ban,
  { channel, emergency }: { channel: Channel; emergency: boolean },
  now: number,
  timeZone: string,
): boolean {
  if (emergency || channel === 'urgentLine') return false;
  return ban.step === 'contactBan' && ban.channels.includes(channel) && isRunning(ban, now, timeZone);
}

/** The last day of something that lasts so many months from a day on; a month from 31 January is up on 27 February. */
export function lastDayOf(fromDay: string, months: number): string {
  const start = parseISO(fromDay);
  const end = addMonths(start, months);
  return asDay(subDays(end, 1));
}

/** Halfway a ban, the day on which a manager looks whether it is still needed. */
export function reviewDayOf(fromDay: string, lastDay: string): string {
  const end = parseISO(lastDay);
  const days = differenceInCalendarDays(end, parseISO(fromDay));
  return asDay(subDays(end, Math.floor(days / 2)));
}
