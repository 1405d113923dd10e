import { z } from 'zod';

/** A file made by the core, handed to the window to save. */
export const documentFile = z.object({ name: z.string(), type: z.string(), content: z.instanceof(Blob) });
