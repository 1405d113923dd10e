import { z } from 'zod';
import type { CallerDetails } from '../../../shared/contract/callers.ts';

/** The details of a caller as they stand in the fields of the form. */
export const typedDetails = z.object({
  displayName: z.string(),
  birthDate: z.string(),
  numbers: z.string(),
  generalPractitioner: z.string(),
  generalPractitionerNumber: z.string(),
  addressForm: z.string(),
  spokenLanguage: z.string(),
  checkFirst: z.string(),
  postalAddress: z.string(),
  remark: z.string(),
});
export type TypedDetails = z.infer<typeof typedDetails>;

/** Only what was changed is kept, so that what a colleague changes meanwhile is not undone. */
export const changedDetails = typedDetails.partial();

export const asTyped = (details: CallerDetails, formatDate: (day: string) => string): TypedDetails => ({
  ...details,
  birthDate: details.birthDate ? formatDate(details.birthDate) : '',
  numbers: details.numbers.join('\n'),
});

export function changesOf(typed: TypedDetails, card: TypedDetails): Partial<TypedDetails> {
  const changed = typedDetails.keyof().options.filter((field) => typed[field] !== card[field]);
  return Object.fromEntries(changed.map((field) => [field, typed[field]]));
}
