import { z } from 'zod';

/** A row as it stood: a column to what it holds. */
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const numberRow = z.object({
  id: z.number(),
  callerId: z.number(),
  number: z.string(),
  digits: z.string(),
  reversedDigits: z.string(),
});

/** What undoing a merge needs, beside the rows that went along: what stood on both cards before, and after. */
export const mergeRecord = z.object({
  keptBefore: row,
  keptAfter: row,
  other: row,
  keptNumbers: z.array(numberRow),
  otherNumbers: z.array(numberRow),
  numbersAfter: z.array(z.string()),
  draftIds: z.array(z.string()),
  /** The call agreement that gave way to the other one. */
  endedAgreementId: z.number().nullable(),
});
export type MergeRecord = z.infer<typeof mergeRecord>;

/** What of the record is shown. */
export const mergedName = z.object({ other: z.object({ displayName: z.string() }) });
