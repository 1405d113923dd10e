import type { TrialOutcome, TrialStep } from '../../../shared/contract/breaks.ts';
import type { BucketRule } from '../../../shared/contract/settings.ts';
import { bucket, type DropEvent } from './bucket.ts';
import type { BreakInterval } from './leak.ts';

const MINUTE = 60_000;

function eventOf(what: Exclude<TrialStep['what'], 'break'>, at: number): DropEvent {
  if (what === 'crisis' || what === 'lonely') return { kind: 'concern', at, concern: what };
  return { kind: 'incident', at, severity: what, weight: 'asItWas' };
}

/**
 * What a house rule does in a case that a practice makes up: the bucket after each thing that happens to one worker
 * who is at work all the while. A break lasts as long as the rule proposes, and what comes next counts from its end.
 */
export function trial(rule: BucketRule, steps: readonly TrialStep[]): TrialOutcome[] {
  const drops: DropEvent[] = [];
  const breaks: BreakInterval[] = [];
  let now = 0;
  return steps.map(({ what, minutesLater }) => {
    now += minutesLater * MINUTE;
    if (what === 'break') {
      breaks.push({ kind: 'break', from: now, until: now + rule.breakMinutes * MINUTE });
      now += rule.breakMinutes * MINUTE;
    } else drops.push(eventOf(what, now));
    // A moment later, because a break that ends now is still a break.
    const {
      line,
      prompt,
      drops: level,
    } = bucket({
      ...{ drops, breaks, rule, snoozes: [] },
      work: [{ from: 0, until: now }],
      now: what === 'break' ? now + 1 : now,
    });
    return { level: level / rule.secondLine, line, prompt };
  });
}
