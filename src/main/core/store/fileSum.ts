import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Step } from './integrity.ts';

const PART_BYTES = 1024 * 1024;

/** The SHA-256 of a file, which may be large: it tells how far it is and can be stopped. */
export function sumOfFile(file: string, step: Step): string {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const hash = createHash('sha256');
    const part = Buffer.alloc(PART_BYTES);
    for (let at = 0; ; ) {
      const bytes = readSync(descriptor, part, 0, PART_BYTES, at);
      if (bytes === 0) return hash.digest('base64');
      hash.update(part.subarray(0, bytes));
      at += bytes;
      step(Math.min(at, size), size);
    }
  } finally {
    closeSync(descriptor);
  }
}
