const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of an instant as the practice's clock shows it, `14:05`. Making a formatter takes long, so each is kept. */
export function clockOf(at: number, timeZone: string): string {
  const known = clocks.get(timeZone);
  const clock = known ?? new Intl.DateTimeFormat('nl-NL', { timeZone, timeStyle: 'short', hourCycle: 'h23' });
  if (!known) clocks.set(timeZone, clock);
  return clock.format(at);
}
