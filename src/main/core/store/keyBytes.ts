export const base64 = (content: Uint8Array): string => Buffer.from(content).toString('base64');
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Whether libsodium looked and found that this key does not open it; what keeps it from looking is no error of these. */
export const isRefused = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'Error' || error.name === 'TypeError');
