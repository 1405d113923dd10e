import { type ImplementerInternalWithMiddlewares, implement, ORPCError, os } from '@orpc/server';
import type { Kysely } from 'kysely';
import type { Access, ProcedureMeta } from '../../shared/contract/base.ts';
import type { ChangedFeature } from '../../shared/contract/session.ts';
import type { Session } from './features/session/session.ts';
import type { Unlocked } from './features/session/unlocked.ts';
import type { CoreServices } from './services.ts';
import { errorCode, isOfDisk } from './store/problem.ts';
import { isRestricted } from './store/restriction.ts';
import type { Schema } from './store/schema.ts';
import { traceOf } from './store/trace.ts';

/** What a host hands to every call. */
export interface Initial {
  core: CoreServices;
}

/** Why a session may not call a procedure with this access, or null when it may. Without an access nobody may. */
export function refusal(access: Access | undefined, session: Session): 'LOCKED' | 'FORBIDDEN' | null {
  switch (access) {
    case 'open':
      return null;
    case 'recovery':
      return session.blocked?.proved ? null : 'FORBIDDEN';
    case 'user':
      return session.unlocked ? null : 'LOCKED';
    case 'manager':
      if (!session.unlocked) return 'LOCKED';
      return session.unlocked.user.role === 'manager' ? null : 'FORBIDDEN';
    default:
      return 'FORBIDDEN';
  }
}

/** Between the word that the app is about to lock and the lock, what is typed is saved, and nothing else is asked. */
function isTooLate({ access, keeps, locks }: ProcedureMeta, { windows }: Session): boolean {
  return windows.areHandingOver && access !== 'open' && !keeps && !locks;
}

/** What a failure means to whoever asked; one that nobody expected stays the defect it is. */
function answerTo(error: unknown, session: Session, before: Unlocked | null): unknown {
  if (error instanceof ORPCError) return error;
  const lockedMeanwhile = before !== null && session.unlocked !== before;
  if (session.blockIfDamaged(error) || lockedMeanwhile) return new ORPCError('LOCKED');
  if (isOfDisk(error)) return new ORPCError('UNWRITABLE');
  if (isRestricted(error)) return new ORPCError('RESTRICTED');
  // It was about a caller, incident or worker that is not there.
  return errorCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY' ? new ORPCError('NOT_FOUND') : error;
}

/** Nobody expected it: the log of the program says where it was, and nothing of what it was about. */
function noteDefect(answer: unknown, path: readonly string[]): void {
  const isExpected = answer instanceof ORPCError && answer.code !== 'INTERNAL_SERVER_ERROR';
  if (!isExpected) console.error(`defect in ${path.join('.')}:`, traceOf(answer));
}

/** Whether whoever asked has locked the app, or made place for somebody else, before there was an answer. */
function isOfNobodyNow(locks: boolean, session: Session, before: Unlocked | null): boolean {
  if (before === null || locks) return false;
  return session.unlocked?.user.id !== before.user.id;
}

/** What a procedure of somebody who has unlocked the app works with. */
function contextOf(core: CoreServices, path: readonly string[]) {
  const current = core.session.unlocked;
  if (!current) throw new ORPCError('LOCKED');
  const now = core.options.clock();
  const { user } = current;
  const entry = (subject: string | null) => ({ at: now, by: user, action: path.join('.'), subject });
  return {
    ...current,
    now,
    timeZone: current.practice.timeZone,
    changed: (...features: ChangedFeature[]) => core.session.changed(...features),
    /** Records this call in the audit log; `subject` says what it was about, never a name, number or text. */
    audit: (database: Kysely<Schema>, subject: string | null) => current.log.write(database, entry(subject)),
    /** The same for a call that only shows something, and must not wait for the disk. */
    auditSeen: (subject: string | null) => current.log.seen(entry(subject)),
  };
}

const middleware = os.$context<Initial>().$meta<ProcedureMeta>({});

/** Every procedure, with its access checked here and nowhere else; its input is checked by the contract. */
const guarded = middleware.middleware(async ({ context, procedure, path, next }) => {
  const { session } = context.core;
  const { meta } = procedure['~orpc'];
  const { access, locks = false } = meta;
  const refused = refusal(access, session) ?? (isTooLate(meta, session) ? 'LOCKED' : null);
  if (refused) throw new ORPCError(refused);
  // What anybody may ask, such as unlocking for somebody else, is not answered for whoever was at work.
  const before = access === 'open' ? null : session.unlocked;
  try {
    const answer = await next();
    if (isOfNobodyNow(locks, session, before)) throw new ORPCError('LOCKED');
    return answer;
  } catch (error) {
    const answer = answerTo(error, session, before);
    noteDefect(answer, path);
    throw answer;
  }
});

const atWork = middleware.middleware(({ context: { core }, path, next }) => next({ context: contextOf(core, path) }));

const whenFree = middleware.middleware(({ context: { core }, path, next }) =>
  core.session.gate.pass(async () => {
    await core.session.unlocked?.log.lookAtClock();
    return next({ context: contextOf(core, path) });
  }),
);

type AnyPart = Parameters<typeof implement>[0];
type AtWork = Initial & ReturnType<typeof contextOf>;

interface Beginnings<Part extends AnyPart> {
  open: ImplementerInternalWithMiddlewares<Part, Initial, Initial>;
  /** For somebody who has unlocked the app; they wait while a renewal has the store for itself. */
  unlocked: ImplementerInternalWithMiddlewares<Part, Initial, AtWork>;
  /** Those that do not wait for it. */
  atOnce: ImplementerInternalWithMiddlewares<Part, Initial, AtWork>;
}

/** What the procedures of a part of the contract begin with; each part is loaded apart from the others. */
export function proceduresOf<Part extends AnyPart>(part: Part): Beginnings<Part>;
export function proceduresOf(part: Record<string, AnyPart>): Beginnings<Record<string, AnyPart>> {
  const open = implement(part).$context<Initial>().use(guarded);
  return { open, unlocked: open.use(whenFree), atOnce: open.use(atWork) };
}
