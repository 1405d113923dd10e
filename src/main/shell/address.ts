/** Where the windows get their pages from, and the only place they may come from. */
export const scheme = 'app';
const host = 'rugdekking';

export const pageAddress = (page: string): string => `${scheme}://${host}/${page}`;

/** Whether an address is one of this program's own pages. Parsed, because text that looks alike is not the same. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const parsed = new URL(address);
  return parsed.protocol === `${scheme}:` && parsed.host === host;
}
