import type { BannableChannel, BanScope, ReplacedAs } from '../../../shared/contract/measureDecision.ts';

/** What a ban closes and when: both days are included. */
export interface BanCover {
  from: string;
  lastDay: string;
  channels: readonly BannableChannel[];
  scope: BanScope;
  scopeName: string;
}

type Days = Pick<BanCover, 'from' | 'lastDay'>;

export const overlaps = (one: Days, other: Days): boolean => one.from <= other.lastDay && other.from <= one.lastDay;

/** Whether everything that `narrow` closes is closed by `wide` too, whatever the days. */
function covers(wide: BanCover, narrow: BanCover): boolean {
  const samePlace = wide.scope === narrow.scope && wide.scopeName === narrow.scopeName;
  return (
    (wide.scope === 'everything' || samePlace) && narrow.channels.every((channel) => wide.channels.includes(channel))
  );
}

/** What a ban does to the one before it: the same for longer, less than it, or something else. */
export function replacedAs(before: BanCover, after: BanCover): ReplacedAs {
  const wider = covers(after, before);
  const narrower = covers(before, after);
  if (wider && narrower && after.lastDay > before.lastDay) return 'extended';
  return narrower && after.lastDay <= before.lastDay ? 'narrowed' : 'replaced';
}

/**
 * What is closed until when by the bans of one caller that run, place by place: one picture, however many bans there
 * are. A caller gets one ban at a time; two come from before that rule, or from two cards that were one person.
 */
export function closedUntil(
  bans: readonly BanCover[],
): (Pick<BanCover, 'lastDay' | 'scope' | 'scopeName'> & { channels: BannableChannel[] })[] {
  const places = Map.groupBy(bans, ({ scope, scopeName }) => JSON.stringify([scope, scopeName]));
  return [...places.values()].flatMap((inPlace) => {
    const [first] = inPlace;
    if (!first) return [];
    const { scope, scopeName } = first;
    const lastDayOf = (channel: BannableChannel) =>
      inPlace
        .filter(({ channels }) => channels.includes(channel))
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? '';
    const closed = [...new Set(inPlace.flatMap(({ channels }) => channels))];
    return [...Map.groupBy(closed, lastDayOf)]
      .map(([lastDay, channels]) => ({ lastDay, channels, scope, scopeName }))
      .sort((a, b) => b.lastDay.localeCompare(a.lastDay));
  });
}
