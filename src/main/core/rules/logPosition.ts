/** How far a write-ahead log had come: the numbers in its header (https://sqlite.org/fileformat2.html#walformat), and its frames. */
export interface LogPosition {
  /** Goes up by one each time the log begins anew. */
  sequence: number;
  /** The first goes up together with the sequence, the second is another random number each time. */
  salts: [number, number];
  frames: number;
}

const WORD = 2 ** 32;
const upBy = (from: number, to: number): number => (to - from + WORD) % WORD;

/**
 * What a log that is found lacks of how far it once was: it is gone, it is another or an older one, or it is too short.
 * Null when it goes on from there, also when it was carried over meanwhile and began anew.
 */
export function lackOf(noted: LogPosition, found: LogPosition | null): 'LOG_GONE' | 'LOG_OTHER' | 'LOG_SHORT' | null {
  if (!found) return 'LOG_GONE';
  const later = upBy(noted.sequence, found.sequence);
  if (later !== upBy(noted.salts[0], found.salts[0]) || later >= WORD / 2) return 'LOG_OTHER';
  if (later > 0) return null;
  if (noted.salts[1] !== found.salts[1]) return 'LOG_OTHER';
  return found.frames < noted.frames ? 'LOG_SHORT' : null;
}
