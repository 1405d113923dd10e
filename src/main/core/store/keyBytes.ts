export const base64 = (content: Uint8Array): string => Buffer.from(content).toString('base64');
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** What somebody else has only once `work` is done is wiped when that fails. */
export async function wipedOnFailure<Result>(key: Uint8Array, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

/** Works with a copy, which is wiped when that is done. */
export async function withCopyOf<Result>(
  key: Uint8Array,
  work: (copy: Uint8Array) => Promise<Result>,
): Promise<Result> {
  const copy = key.slice();
  try {
    return await work(copy);
  } finally {
    copy.fill(0);
  }
}

/** Whether libsodium looked and found that this key does not open it; what keeps it from looking is no error of these. */
export const isRefused = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'Error' || error.name === 'TypeError');
