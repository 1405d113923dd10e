import { hash } from 'node:crypto';

/** The SHA-256 of a text, in hexadecimal. Statements can use it too. */
export function sha256(text: string): string {
  return hash('sha256', text);
}
