/**
 * How long deriving a key from a password should take on the computer it is done on: nobody waits long, and trying
 * passwords on a stolen file stays slow.
 */
const AIM_MILLISECONDS = 400;

/** Three passes over 64 MiB is what RFC 9106 asks at least where memory is scarce (section 4, second choice). */
export const LEAST_PASSES = 3;
export const MOST_PASSES = 16;

/** The passes over the memory that come nearest to the aim, on a computer that takes so long for one. */
export function passesFor(millisecondsPerPass: number): number {
  const passes = Math.round(AIM_MILLISECONDS / Math.max(1, millisecondsPerPass));
  return Math.min(MOST_PASSES, Math.max(LEAST_PASSES, passes));
}

/** Whether a key was made for a computer that is more than twice as slow as this one, so that it should cost more. */
export function isCheap(passes: number, milliseconds: number): boolean {
  return milliseconds < AIM_MILLISECONDS / 2 && passesFor(milliseconds / passes) > passes;
}
