import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { subDays } from 'date-fns/subDays';
import type { Channel } from '../../../shared/contract/channel.ts';
import type { BannableChannel, Step } from '../../../shared/contract/measureDecision.ts';
import type { MeasureState } from '../../../shared/contract/measures.ts';
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

/**
 * It ends with its last day in the practice's time zone, by itself: nobody has to end it. A clock that was set back undoes
 * nothing that was decided: what was lifted or replaced stays so, and what began with its decision goes on.
 */
export function stateOf(period: Period, now: number, timeZone: string): MeasureState {
  const { fromDay, lastDay, decidedAt } = period;
  if (fromDay === null || lastDay === null) return 'noted';
  if (period.liftedAt !== null) return 'lifted';
  if (period.replacedAt !== null) return 'replaced';
  const today = dayOf(now, timeZone);
  if (today > lastDay) return 'ended';
  return today < fromDay && dayOf(decidedAt, timeZone) < fromDay ? 'planned' : 'running';
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

interface Reviewable {
  reviewDay: string | null;
  reviewedAt: number | null;
  decidedAt: number;
}

/**
 * Whether a running ban must be looked at by a day. What is dated after now was dated by a clock that was ahead: a look
 * then is none, and a ban that was decided then ends on another day than was meant.
 */
export function isToReview({ reviewDay, reviewedAt, decidedAt }: Reviewable, byDay: string, now: number): boolean {
  if (reviewDay === null || (reviewedAt !== null && reviewedAt <= now)) return false;
  return reviewDay <= byDay || decidedAt > now;
}
