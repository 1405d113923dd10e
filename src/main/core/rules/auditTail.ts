interface Noted {
  id: number;
  at: number;
}

/**
 * Whether putting back a backup explains that the log lacks an entry that it once ended with: the log went on from an
 * older end since then, and says so before it had come as far again.
 */
export function isExplained(tail: Noted, restores: readonly Noted[]): boolean {
  return restores.some((restore) => restore.id <= tail.id && restore.at >= tail.at);
}
