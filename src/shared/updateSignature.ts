import { z } from 'zod';

/** `1.4.2`: three whole numbers, and nothing that would need a rule to be compared by. */
const version = z.string().regex(/^\d{1,5}(\.\d{1,5}){2}$/);

/** What stands in the file with the signature, beside the installer: `…deb.sig`. */
export const updateSignature = z.object({
  version,
  /** The computers it is for: `linux-x64`. */
  system: z.string().max(40),
  /** Of the installer, in hexadecimals. */
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  /** Ed25519 over the statement below, in base64. */
  signature: z.string().max(200),
});
export type UpdateSignature = z.infer<typeof updateSignature>;

/** What the publisher signs: version and system too, so that an old installer cannot pass for a new one. */
export function updateStatement({ version, system, sha512 }: Omit<UpdateSignature, 'signature'>): string {
  return `Rugdekking update\nversion: ${version}\nsystem: ${system}\nsha512: ${sha512}\n`;
}

export const signatureFileOf = (installer: string): string => `${installer}.sig`;
