import type { ClientContext, ClientLink } from '@orpc/client';
import { ORPCError } from '@orpc/client';
import { create } from 'zustand';

interface Refusals {
  /** The calls that the disk took nothing of when they were made last. */
  calls: ReadonlySet<string>;
}

/** What could not be saved because the disk is full or takes nothing: every call is seen here, whichever form made it. */
export const useRefusals = create<Refusals>()(() => ({ calls: new Set() }));

export const forgetRefusals = (): void => useRefusals.setState({ calls: new Set() });

function noteRefused(call: string): void {
  useRefusals.setState(({ calls }) => ({ calls: new Set([...calls, call]) }));
}

/** What was refused and is taken now shows that the disk takes the rest too. */
function noteTaken(call: string): void {
  if (useRefusals.getState().calls.has(call)) forgetRefusals();
}

const isRefusal = (error: unknown): boolean => error instanceof ORPCError && error.code === 'UNWRITABLE';

/** The same line to the core, seen from here. */
export function watchRefusals<Context extends ClientContext>(link: ClientLink<Context>): ClientLink<Context> {
  return {
    async call(path, input, options) {
      const call = path.join('.');
      try {
        const answer = await link.call(path, input, options);
        noteTaken(call);
        return answer;
      } catch (error) {
        if (isRefusal(error)) noteRefused(call);
        throw error;
      }
    },
  };
}
