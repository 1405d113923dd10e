import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const withCopy = z.looseObject({ sum: z.string().optional(), copy: z.string().optional() });

/** Changes a key file by hand, as one from before it held a checksum and a copy of itself. */
export function rewriteKeys(file: string, change: (text: string) => string): void {
  const { sum: _sum, copy: _copy, ...content } = withCopy.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, change(JSON.stringify(content, null, 2)));
}
