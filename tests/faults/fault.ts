/** What one round of a fault did and found. */
export interface Outcome {
  /** How many times something was killed, cut, filled, turned over or set back. */
  faults: number;
  /** Every loss, in words that say what was acknowledged and is not there. */
  losses: string[];
  /** Why this fault cannot be tried here. */
  skipped?: string;
}

export interface Fault {
  name: string;
  round(nth: number): Promise<Outcome>;
}
