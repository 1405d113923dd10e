import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface Page {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** Stands in the built pages where each load puts its own nonce. */
export const noncePlaceholder = '__NONCE__';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The file that a path of an address means, or null when no file of a built renderer can be meant. */
export function pageFile(folder: string, path: string): string | null {
  const segments = path.split('/').slice(1);
  // No percent sign, backslash or leading dot gets through, so no segment leads out of the folder.
  const allPlain = path.startsWith('/') && segments.every((segment) => /^\w[\w.-]*$/.test(segment));
  return allPlain && extname(path) in types ? join(folder, ...segments) : null;
}

/** Serves the built renderer: what answer a path gets, whatever program asks. */
export async function readPage(folder: string, path: string): Promise<Page> {
  const file = pageFile(folder, path);
  const content = file && (await readFile(file).catch(() => null));
  if (!file || !content) return plainPage(404, 'Not found');
  const type = types[extname(file)] ?? 'application/octet-stream';
  if (extname(file) !== '.html') {
    return {
      status: 200,
      // The names of these files change with their content.
      headers: { ...safeHeaders, 'Content-Type': type, 'Cache-Control': 'private, max-age=31536000, immutable' },
      body: content,
    };
  }
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      ...safeHeaders,
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    },
    body: new TextEncoder().encode(content.toString('utf8').replaceAll(noncePlaceholder, nonce)),
  };
}

/** An answer of one line of text. */
export function plainPage(status: number, text: string, headers: Record<string, string> = {}): Page {
  return {
    status,
    headers: {
      ...safeHeaders,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      ...headers,
    },
    body: new TextEncoder().encode(`${text}\n`),
  };
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The nonce is for the style elements that the component library adds while the page runs.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    // A voice message is played from memory, as a picture is shown.
    'media-src blob:',
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
