import { useEffect } from 'react';
import { useApi } from './api.ts';
import { useSession } from './session.ts';

const REPORT_EVERY_MS = 15_000;

/** Tells the core that somebody is at work here, which puts off the lock after idle time. */
export function useActivity(): void {
  const { client } = useApi();
  const unlocked = useSession(({ state }) => state?.kind === 'unlocked');

  useEffect(() => {
    if (!unlocked) return;
    let reportedAt = 0;
    const report = () => {
      if (Date.now() - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = Date.now();
      // A refusal means that the app has just locked, which the session tells by itself.
      client.session.active().catch(() => undefined);
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, report, { passive: true, capture: true });
    return () => {
      for (const name of events) window.removeEventListener(name, report, { capture: true });
    };
  }, [client, unlocked]);
}
