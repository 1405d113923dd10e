import { z } from 'zod';
import { id, instant, language, shortText, typedText } from './base.ts';
import { ownGp } from './ownGp.ts';

/** What the caller said when asked whether a practitioner may know. */
export const consent = z.enum(['given', 'refused', 'couldNotAsk']);
export type Consent = z.infer<typeof consent>;

/** In the order in which it is told. */
export const shareItem = z.enum(['name', 'number', 'birthDate', 'place', 'callTime', 'finding', 'takenOver', 'remark']);
export type ShareItem = z.infer<typeof shareItem>;

export const shareReceiver = z.enum(['gpOnDuty', 'outOfHours', 'ownGp', 'otherGp']);
export type ShareReceiver = z.infer<typeof shareReceiver>;

export const shareForm = z.object({
  consent: consent.nullable(),
  /** A life is in danger and the caller cannot decide about it now. */
  vitalInterest: z.boolean(),
  reason: typedText.max(1_000),
  items: z.array(shareItem),
  /** Where the caller is now, when that is told. */
  place: shortText,
  receiver: shareReceiver.nullable(),
  receiverName: shortText,
});
export type ShareForm = z.infer<typeof shareForm>;

export const shareObstacle = z.enum(['notAsked', 'noGround', 'noReason', 'nothingChosen', 'noReceiver']);
export type ShareObstacle = z.infer<typeof shareObstacle>;

/** What is told, as it is read out and as it comes on paper. */
export const shareSheet = z.object({
  language,
  title: z.string(),
  practiceName: z.string(),
  date: z.string(),
  opening: z.string(),
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
  closing: z.string(),
});
export type ShareSheet = z.infer<typeof shareSheet>;

export const shareWay = z.enum(['readOut', 'paper']);
export type ShareWay = z.infer<typeof shareWay>;

/** That something was told: to whom, when, on which ground; what it was stays on the sheet. */
export const toldShare = z.object({
  id,
  at: instant,
  byName: z.string(),
  receiver: shareReceiver,
  receiverName: z.string(),
  ground: z.enum(['consent', 'vitalInterest']),
  reason: z.string(),
  way: shareWay,
});
export type ToldShare = z.infer<typeof toldShare>;

/** How it would be told with what is chosen now, and what still stands in the way. */
export const sharePreview = z.object({ sheet: shareSheet, obstacle: shareObstacle.nullable() });
export type SharePreview = z.infer<typeof sharePreview>;

export const sharing = sharePreview.extend({
  form: shareForm,
  /** The items there is something to tell about. */
  available: z.array(shareItem),
  /** The practitioner on the caller's card. */
  ownGp: ownGp.nullable(),
  told: z.array(toldShare),
});
export type Sharing = z.infer<typeof sharing>;
