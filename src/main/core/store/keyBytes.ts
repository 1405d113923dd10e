export const base64 = (content: Uint8Array): string => Buffer.from(content).toString('base64');
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
