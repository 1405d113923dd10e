import { bannableChannel } from '../../../../shared/contract/measureDecision.ts';
import type { Measure, RunningBan } from '../../../../shared/contract/measures.ts';
import { closedUntil } from '../../rules/overlappingBans.ts';

const joined = (texts: readonly string[]): string => [...new Set(texts)].join(' ');

/** What the desk is told of the bans that run: one, also where two cards that were one person each had a ban. */
export function onePicture(running: readonly Measure[]): RunningBan[] {
  const bans = running.flatMap((ban) => {
    const { from, lastDay, reviewDay } = ban;
    if (ban.step !== 'contactBan' || from === null || lastDay === null || reviewDay === null) return [];
    return [{ ...ban, from, lastDay, reviewDay }];
  });
  const longest = bans.toSorted((a, b) => b.lastDay.localeCompare(a.lastDay))[0];
  if (!longest) return [];
  const closed = closedUntil(bans);
  const wholePractice = bans.filter(({ scope }) => scope === 'everything');
  const { id, from, lastDay, reviewDay } = longest;
  const { scope, scopeName } = wholePractice[0] ?? longest;
  const closedChannels = bans.flatMap(({ channels }) => channels);
  return [
    {
      ...{ id, from, lastDay, reviewDay, scope, scopeName, closed },
      channels: bannableChannel.options.filter((channel) => closedChannels.includes(channel)),
      openChannels: bannableChannel.options.filter((channel) => !closedChannels.includes(channel)),
      reason: joined(bans.map(({ reason }) => reason)),
      staysOpen: joined(bans.map(({ staysOpen }) => staysOpen)),
    },
  ];
}
