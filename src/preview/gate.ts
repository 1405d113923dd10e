import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Decides who may talk to the preview: only the browser on this computer that opened an address it printed. */
export interface Gate {
  origin: string;
  /** An address that lets one browser in, once. */
  freshAddress(onUsed?: () => void): string;
  /** Whether a request was sent to this address, and not by a page of another one. */
  isOwn(request: IncomingMessage): boolean;
  hasCookie(request: IncomingMessage): boolean;
  /** Gives the cookie for a key, which is then used up; null when there is no such key. */
  exchange(key: string): string | null;
}

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Browsers keep one cookie jar for all ports of a host, so the port is in the name.
  const cookieName = `rugdekking-${port}`;
  const secret = randomText();
  const keys = new Map<string, () => void>();
  return {
    origin,
    freshAddress(onUsed = () => {}) {
      const key = randomText();
      keys.set(key, onUsed);
      return `${origin}/?key=${key}`;
    },
    isOwn({ headers }) {
      return headers.host === host && (headers.origin === undefined || headers.origin === origin);
    },
    hasCookie({ headers }) {
      const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
      return cookies.some((cookie) => sameText(cookie, `${cookieName}=${secret}`));
    },
    exchange(key) {
      const onUsed = keys.get(key);
      if (!onUsed) return null;
      keys.delete(key);
      onUsed();
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
  };
}

function randomText(): string {
  return randomBytes(24).toString('base64url');
}

function sameText(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
