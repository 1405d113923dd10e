import { z } from 'zod';
import { language, role } from '../../../shared/contract/base.ts';

/** What is kept of somebody's details while they are typed; never a password. */
export const typedDetails = z.object({
  name: z.string(),
  role,
  function: z.string(),
  department: z.string(),
  workingDays: z.array(z.number()),
});
export type TypedDetails = z.infer<typeof typedDetails>;

export const typedMember = typedDetails.extend({ language });
export type TypedMember = z.infer<typeof typedMember>;
