import { z } from 'zod';
import { instant } from './base.ts';

/** Codes as the program keeps them, or words that were typed. */
const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const facts = z.record(z.string(), fact);

/** Something that is kept of a person, as that person gets it. */
export const keptItem = z.object({ facts, texts: z.record(z.string(), z.string()) });

/**
 * What is kept of a person, as that person gets it (GDPR, articles 15 and 20). Instants are milliseconds since 1970 UTC,
 * days `2026-11-21`. A part that comes later raises no version; a part that changes its meaning does.
 */
export const keptFile = z.object({ version: z.literal(1), madeAt: instant, practice: z.string(), person: facts });

/** To read, or for another program. */
export const keptFormat = z.enum(['pdf', 'json']);
export type KeptFormat = z.infer<typeof keptFormat>;
