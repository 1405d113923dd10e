import { z } from 'zod';
import { newDirectoryEntry } from '../../../shared/contract/distress.ts';

/** What is kept of a number while it is typed; it may still be unfinished. */
export const typedEntry = z.object({ name: z.string(), number: z.string(), reach: z.string() });
export type TypedEntry = z.infer<typeof typedEntry>;

export const typedNewEntry = typedEntry.extend({ kind: newDirectoryEntry.shape.kind });
export type TypedNewEntry = z.infer<typeof typedNewEntry>;

/** Under which name the form of an entry is kept. */
export const formOfEntry = (id: number): string => `directory ${id}`;
