import { z } from 'zod';

/** Whether a number can be relied on: never filled in, never checked here, checked over a year ago, or checked since. */
export const directoryCheck = z.enum(['missing', 'unverified', 'overdue', 'checked']);
export type DirectoryCheck = z.infer<typeof directoryCheck>;
