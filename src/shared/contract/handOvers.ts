import { z } from 'zod';
import { id, instant, nothing, procedure, role } from './base.ts';
import { reason } from './channel.ts';

/** `handOver`: somebody else takes it from here. `callBack`: the caller is called back. */
export const handOverKind = z.enum(['handOver', 'callBack']);
export type HandOverKind = z.infer<typeof handOverKind>;

export const receiver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('worker'), userId: id }),
  z.object({ kind: z.literal('role'), role }),
]);
export type Receiver = z.infer<typeof receiver>;

/** What is to be done after a note, kept with it until the note is saved. */
export const handOverChoice = z.object({ kind: handOverKind, to: receiver, dueAt: instant });
export type HandOverChoice = z.infer<typeof handOverChoice>;

/** The moments that one press chooses. */
export const momentKind = z.enum(['soon', 'inAnHour', 'afternoon', 'nextWorkingDay']);
export type MomentKind = z.infer<typeof momentKind>;

export const handOverChoices = z.object({
  workers: z.array(z.object({ id, name: z.string(), role })),
  moments: z.array(z.object({ kind: momentKind, at: instant })),
});

/** Before its time, about now, or past it. */
export const dueState = z.enum(['later', 'due', 'late']);
export type DueState = z.infer<typeof dueState>;

export const handOver = z.object({
  id,
  kind: handOverKind,
  callerId: id.nullable(),
  callerName: z.string().nullable(),
  dueAt: instant,
  state: dueState,
  givenAt: instant,
  giverName: z.string(),
  givenByYou: z.boolean(),
  /** Null when it is for a role, also because the colleague it was for is not in the team any more. */
  receiverName: z.string().nullable(),
  receiverRole: role,
  toYou: z.boolean(),
  reason: reason.nullable(),
  /** The note it was made with. */
  text: z.string(),
});
export type HandOver = z.infer<typeof handOver>;

/** Something that the worker asked of others and that has been done. */
export const doneHandOver = z.object({
  id,
  kind: handOverKind,
  callerId: id.nullable(),
  callerName: z.string().nullable(),
  doneAt: instant,
  doneByName: z.string(),
});
export type DoneHandOver = z.infer<typeof doneHandOver>;

const one = z.object({ handOverId: id });

export const handOvers = {
  /** Who can be handed over to, and the moments to choose from now. */
  choices: procedure('user').output(handOverChoices),
  /** The next time that a clock shows what was typed: `14:30`, `1430`, `9`. */
  readTime: procedure('user')
    .input(z.object({ time: z.string().max(20) }))
    .output(z.object({ dueAt: instant })),
  /** What the worker is to do, the earliest first, and what colleagues did for the worker and they have not seen. */
  forMe: procedure('user').output(z.object({ toDo: z.array(handOver), done: z.array(doneHandOver) })),
  /** What is still to be done for a caller, by whomever. */
  ofCaller: procedure('user')
    .input(z.object({ callerId: id }))
    .output(z.array(handOver)),
  /** Anybody may have done it: a caller who was to be called back may call again. */
  markDone: procedure('user').input(one).output(nothing),
  /** Takes `markDone` back, for whoever did it. */
  reopen: procedure('user').input(one).output(nothing),
  markSeen: procedure('user').input(one).output(nothing),
};
