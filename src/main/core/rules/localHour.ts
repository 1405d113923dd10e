import { tzOffset } from '@date-fns/tz';

const HOUR = 3_600_000;
const HOURS_A_DAY = 24;

export interface LocalHour {
  /** Days since 1970-01-01 on the practice's calendar. */
  dayNumber: number;
  /** As the practice's clock shows it. */
  hour: number;
}

/**
 * The practice's day and hour of whole hours since 1970 UTC. Quick enough to be asked for every hour of some years: the
 * clock is read once for each day on which it does not change.
 */
export function localHours(timeZone: string): (hour: number) => LocalHour {
  const offsetAt = (hour: number) => Math.floor(tzOffset(timeZone, new Date(hour * HOUR)) / 60);
  const offsets = new Map<number, number | null>();

  function offsetOf(hour: number): number {
    const utcDay = Math.floor(hour / HOURS_A_DAY);
    let offset = offsets.get(utcDay);
    if (offset === undefined) {
      const first = offsetAt(utcDay * HOURS_A_DAY);
      offset = first === offsetAt((utcDay + 1) * HOURS_A_DAY) ? first : null;
      offsets.set(utcDay, offset);
    }
    return offset ?? offsetAt(hour);
  }

  return (hour) => {
    const local = hour + offsetOf(hour);
    const dayNumber = Math.floor(local / HOURS_A_DAY);
    return { dayNumber, hour: local - dayNumber * HOURS_A_DAY };
  };
}
