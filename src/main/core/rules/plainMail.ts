import type { PlainMail } from '../../../shared/contract/attachments.ts';

/** What a mail is written in, in parts: enough to read its text, and nothing of it is ever run or shown as a page. */
interface Part {
  headers: Map<string, string>;
  body: string;
}

const LONGEST_TEXT = 100_000;

/** A byte for each character: the text is decoded part by part. */
const asBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function fromBase64(text: string): Uint8Array {
  try {
    return asBytes(atob(text.replaceAll(/[^A-Za-z0-9+/=]/g, '')));
  } catch {
    return asBytes('');
  }
}

const fromQuotedPrintable = (text: string): Uint8Array =>
  asBytes(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

/** `=?utf-8?Q?Caf=C3=A9?=` as people read it (RFC 2047); what is plain is UTF-8. */
function readHeader(value: string): string {
  const plain = decode(asBytes(value), 'utf-8');
  return plain
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?([^?]+)\?([BbQq])\?([^?]*)\?=/g, (_all, charset: string, way: string, text: string) =>
      decode(way.toUpperCase() === 'B' ? fromBase64(text) : fromQuotedPrintable(text.replaceAll('_', ' ')), charset),
    )
    .trim();
}

function split(source: string): Part {
  const [, head = '', body = ''] = /^([\s\S]*?\n)\r?\n([\s\S]*)$/.exec(source) ?? [null, source, ''];
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([A-Za-z0-9-]+):\s*(.*)$/.exec(line) ?? [];
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value ?? '');
  }
  return { headers, body };
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

/** The parts of a mail that are text, at whatever depth. */
function textParts({ headers, body }: Part, depth = 0): Part[] {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary && depth < 5) {
    const sections = body.split(`--${boundary}`).slice(1);
    return sections
      .filter((section) => !section.startsWith('--'))
      .flatMap((section) => textParts(split(section.replace(/^\r?\n/, '')), depth + 1));
  }
  return /^text\//i.test(type) && !/attachment/i.test(headers.get('content-disposition') ?? '')
    ? [{ headers, body }]
    : [];
}

function readText({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  const charset = parameter(headers.get('content-type') ?? '', 'charset') ?? 'utf-8';
  if (encoding === 'base64') return decode(fromBase64(body), charset);
  return decode(encoding === 'quoted-printable' ? fromQuotedPrintable(body) : asBytes(body), charset);
}

/** The words of a page, without anything that could be run. */
const withoutTags = (page: string): string =>
  page
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(p|div|tr|li|h\d)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A mail as plain text, from its bytes or the first part of them (RFC 5322, RFC 2045). */
export function readPlainMail(bytes: Uint8Array): PlainMail {
  const mail = split(new TextDecoder('latin1').decode(bytes));
  const parts = textParts(mail);
  const plain = parts.find(({ headers }) => !/^text\/html/i.test(headers.get('content-type') ?? ''));
  const page = parts[0];
  const text = plain ? readText(plain) : page ? withoutTags(readText(page)) : '';
  const header = (name: string) => readHeader(mail.headers.get(name) ?? '').slice(0, 500);
  return {
    ...{ from: header('from'), to: header('to'), date: header('date'), subject: header('subject') },
    text: text
      .replaceAll('\r\n', '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
      .slice(0, LONGEST_TEXT),
  };
}
