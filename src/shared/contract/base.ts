import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Who may call a procedure. A procedure without one is refused for everybody.
 * - `open`: also while the app is locked
 * - `recovery`: only when the store cannot be opened and somebody has just proved a password
 * - `user`: every worker who has unlocked the app
 * - `manager`: only practice managers
 */
export type Access = 'open' | 'recovery' | 'user' | 'manager';

export interface ProcedureMeta {
  access?: Access;
  /** It locks the app itself, for whoever asks it too, and then says that it was done. */
  locks?: true;
  /** It saves what is being typed, and is let through until the app is locked. */
  keeps?: true;
}

const base = oc.$meta<ProcedureMeta>({}).errors({
  LOCKED: { message: 'The app is locked.' },
  FORBIDDEN: { message: 'This role may not do this.' },
  NOT_FOUND: { message: 'It does not exist (any more).' },
  UNWRITABLE: { message: 'The disk is full, fails, or may not be written to; nothing was saved.' },
  RESTRICTED: { message: 'What is kept of this caller is restricted, and may not change now.' },
  FIELD: {
    message: 'A field is not right.',
    data: z.object({ field: z.string(), problem: z.string() }),
  },
});

/** The start of every procedure in the contract. */
export const procedure = (access: Access, rest: Omit<ProcedureMeta, 'access'> = {}) => base.meta({ access, ...rest });

/** An instant: whole milliseconds since 1970-01-01T00:00Z. */
export const instant = z.number().int().min(0).max(253_402_300_799_999);
export const id = z.number().int().positive();
export const nothing = z.void();

/** A calendar day in the practice's own time zone, `2026-11-21`, within centuries that somebody at the phone can mean. */
export const day = z.iso.date().refine((date) => date >= '1900-01-01' && date < '2200-01-01');

/** Monday is 1, Sunday 7. */
export const weekday = z.number().int().min(1).max(7);

export const role = z.enum(['receptionist', 'manager']);
export type Role = z.infer<typeof role>;

export const language = z.enum(['nl', 'en']);
export type Language = z.infer<typeof language>;

export const theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof theme>;

const lineEnds = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** They turn the direction of what follows, so that a name shows other than it is (Unicode TR 36, 2.6). */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const onOneLine = (text: string) => text.toWellFormed().replace(turning, '').replace(lineEnds, ' ');

const anyLineEnd = /\r\n?|[\u0085\p{Zl}\p{Zp}]/gu;
/** Nothing that can be seen or read aloud; some end a text where another program reads it, or colour a terminal. */
const unseen = /(?![\n\t])\p{Cc}/gu;
const onLines = (text: string) =>
  text.toWellFormed().replace(turning, '').replace(anyLineEnd, '\n').replace(unseen, '');

/** Words of any length that somebody types, on lines of their own: every such field begins with this, or with the next. */
export const typedText = z.string().overwrite(onLines);

/** A name or label of one line, whatever was pasted. */
export const oneLine = z.string().overwrite(onOneLine).trim();
export const shortText = oneLine.max(120);
export const requiredText = shortText.min(1);
export const longestText = 20_000;
export const longText = typedText.max(longestText);

export const password = z.string().min(10).max(200);
