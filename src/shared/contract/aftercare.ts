import { z } from 'zod';
import { day, id, instant, nothing, procedure, typedText } from './base.ts';
import { behaviour, severity } from './incidentKinds.ts';
import { workingDays } from './team.ts';

/** First support at once, a talk within days, again after two weeks, and again after six to eight. */
export const aftercareStep = z.enum(['first', 'talk', 'secondTalk', 'lastTalk']);
export type AftercareStep = z.infer<typeof aftercareStep>;

export const aftercareOutcome = z.enum(['taken', 'refused']);
export type AftercareOutcome = z.infer<typeof aftercareOutcome>;

/** `passed`: a later talk stands for it. `later`, `due` and `late` only for what is still to come. */
export const stepState = z.enum(['taken', 'refused', 'passed', 'later', 'due', 'late']);
export type StepState = z.infer<typeof stepState>;

export const stepOnClock = z.object({
  step: aftercareStep,
  opensAt: instant,
  dueBy: instant,
  state: stepState,
});
export type StepOnClock = z.infer<typeof stepOnClock>;

/** A practical agreement in a line or two; nothing about how somebody is. */
export const agreed = typedText.max(400);

export const offer = z.object({
  id,
  step: aftercareStep,
  offeredAt: instant,
  offeredByName: z.string(),
  agreed,
  /** When the worker said that they would like it. */
  acceptedAt: instant.nullable(),
  /** Null while there was no talk and no refusal. */
  outcome: aftercareOutcome.nullable(),
  answeredAt: instant.nullable(),
});
export type Offer = z.infer<typeof offer>;

/** An incident that aftercare is for. */
export const metIncident = z.object({ id, occurredAt: instant, severity, behaviours: z.array(behaviour) });
export type MetIncident = z.infer<typeof metIncident>;

/**
 * Why the program took it back: the worker does not stand with the incident any more, or it is a second record of one that
 * they have aftercare for. It goes on when the reason is gone.
 */
export const withdrawal = z.enum(['takenOff', 'duplicate']);
export type Withdrawal = z.infer<typeof withdrawal>;

export const aftercareOfWorker = z.object({
  id,
  /** Null when the worker asked after a call with worries; nothing tells which call that was, or of whom. */
  incident: metIncident.nullable(),
  userId: id,
  workerName: z.string(),
  /** When its clock began. */
  startedAt: instant,
  /** The worker asked for it; otherwise it began by itself. */
  requested: z.boolean(),
  /** `withdrawn` when nobody ended it. */
  closed: z.object({ at: instant, byName: z.string(), withdrawn: withdrawal.nullable() }).nullable(),
  /** The four of them, in order. */
  steps: z.array(stepOnClock),
  /** What is next; null when it is closed. */
  next: stepOnClock.nullable(),
  /** The steps that may be offered now: the next one, and a later one whose time has come. */
  mayOffer: z.array(aftercareStep),
  offers: z.array(offer),
});
export type AftercareOfWorker = z.infer<typeof aftercareOfWorker>;

/** When somebody is not there; why is nobody's business here. */
export const absence = z.object({ id, userId: id, workerName: z.string(), firstDay: day, lastDay: day });
export type Absence = z.infer<typeof absence>;

export const ownAftercare = z.object({
  running: z.array(aftercareOfWorker),
  /** What was taken back in the last weeks, with why. */
  withdrawn: z.array(aftercareOfWorker),
  /** Incidents of the worker's own that have no aftercare. */
  mayAskFor: z.array(metIncident),
  /** One that was asked for after a call waits for its first support; asking again then begins no other. */
  askedAfterCall: z.boolean(),
  absences: z.array(absence),
  /** The days of the week that the clock takes for theirs. */
  workingDays,
});
export type OwnAftercare = z.infer<typeof ownAftercare>;

const closed = { CLOSED: { message: 'This aftercare is closed, or this is not its next step.' } };
const one = z.object({ aftercareId: id });

export const aftercare = {
  /** The worker's own: what runs, what can be asked for, and when they are not there. */
  own: procedure('user').output(ownAftercare),
  /** A worker asks for it after an incident that they met, however bad it was. */
  ask: procedure('user')
    .input(z.object({ incidentId: id }))
    .output(nothing),
  /** A worker asks for it after a call with worries; what is sent says nothing of that call. */
  askAfterCall: procedure('user').output(nothing),
  /** The worker would like what is offered to them, or takes that back. */
  accept: procedure('user')
    .input(z.object({ offerId: id, accepted: z.boolean() }))
    .output(nothing),
  /** Whether there was a talk or the offer was refused, said by the worker or by a manager; null takes it back. */
  answer: procedure('user')
    .input(z.object({ offerId: id, outcome: aftercareOutcome.nullable() }))
    .output(nothing),
  /** Ends it, by the worker it is for or by a manager. */
  close: procedure('user').input(one).output(nothing),
  reopen: procedure('user').input(one).output(nothing),
  /** A worker's own absence, or anybody's for a manager. */
  recordAbsence: procedure('user')
    .input(z.object({ userId: id, firstDay: day, lastDay: day }))
    .output(nothing),
  removeAbsence: procedure('user')
    .input(z.object({ absenceId: id }))
    .output(nothing),
  /** Of the whole team: what is late first, then what is due, then what comes; and what ended in the last weeks. */
  list: procedure('manager').output(
    z.object({ running: z.array(aftercareOfWorker), ended: z.array(aftercareOfWorker) }),
  ),
  offer: procedure('manager')
    .input(one.extend({ step: aftercareStep }))
    .errors(closed)
    .output(z.object({ offerId: id })),
  /** Keeps what is being typed of the agreement. */
  keepAgreed: procedure('manager', { keeps: true })
    .input(z.object({ offerId: id, agreed }))
    .output(nothing),
  /** Who is not there, now or later, and whom it can be recorded for. */
  absences: procedure('manager').output(
    z.object({ absences: z.array(absence), workers: z.array(z.object({ id, name: z.string() })) }),
  ),
};
