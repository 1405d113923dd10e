interface Noted {
  id: number;
  at: number;
}

/** From when until when another store stood in the place of this one, before all was put back as it was. */
export interface Undone {
  from: number;
  to: number;
}

/**
 * Whether putting back a backup explains that the log lacks an entry that it once ended with: the log went on from an
 * older end since then, and says so before it had come as far again.
 */
export function isExplained(tail: Noted, restores: readonly Noted[], undone: readonly Undone[]): boolean {
  if (undone.some(({ from, to }) => from <= tail.at && tail.at <= to)) return true;
  return restores.some((restore) => restore.id <= tail.id && restore.at >= tail.at);
}
