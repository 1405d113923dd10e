import type { AttachmentKind, RemovalRight } from '../../../shared/contract/attachments.ts';
import type { AttachmentsRule } from '../../../shared/contract/settings.ts';
import { dayOf } from './practiceTime.ts';

/** What a practice starts with, in megabytes; no norm is known. */
export const defaultAttachmentsRule: AttachmentsRule = { fileMegabytes: 10, incidentMegabytes: 40 };

export const MEGABYTE = 1_000_000;

interface Allowed {
  kind: AttachmentKind;
  /** As which it is shown and saved. */
  type: string;
  extension: string;
}

/** The closed list: by the type that the content tells. */
const allowed: Record<string, Allowed> = {
  'image/png': { kind: 'picture', type: 'image/png', extension: 'png' },
  'image/jpeg': { kind: 'picture', type: 'image/jpeg', extension: 'jpg' },
  'image/webp': { kind: 'picture', type: 'image/webp', extension: 'webp' },
  'image/gif': { kind: 'picture', type: 'image/gif', extension: 'gif' },
  'application/pdf': { kind: 'document', type: 'application/pdf', extension: 'pdf' },
  'audio/mpeg': { kind: 'voice', type: 'audio/mpeg', extension: 'mp3' },
  'audio/x-m4a': { kind: 'voice', type: 'audio/mp4', extension: 'm4a' },
  'audio/mp4': { kind: 'voice', type: 'audio/mp4', extension: 'm4a' },
  'audio/aac': { kind: 'voice', type: 'audio/aac', extension: 'aac' },
  'audio/wav': { kind: 'voice', type: 'audio/wav', extension: 'wav' },
  'audio/ogg': { kind: 'voice', type: 'audio/ogg', extension: 'ogg' },
  'audio/ogg; codecs=opus': { kind: 'voice', type: 'audio/ogg', extension: 'ogg' },
};

const outlookMail: Allowed = { kind: 'mail', type: 'application/vnd.ms-outlook', extension: 'msg' };
const internetMail: Allowed = { kind: 'mail', type: 'message/rfc822', extension: 'eml' };

/** Lines such as `From: …` at the very start, with a sender among them: what a mail begins with and a page does not. */
function isMailText(start: Uint8Array): boolean {
  if (start.includes(0)) return false;
  const text = new TextDecoder('latin1').decode(start.subarray(0, 20_000));
  const head = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n/.exec(text)?.[0] ?? '';
  return /^from:/im.test(head) && /^(date|subject|to|message-id):/im.test(head);
}

/**
 * What a file is by its content, or null when it is none of the closed list.
 * @param told what the content tells of itself; null for text, which tells nothing
 */
export function allowedAs(told: string | null, start: Uint8Array, name: string): Allowed | null {
  if (told === null) return isMailText(start) ? internetMail : null;
  // The container of a mail is that of older office files too: those are not kept.
  if (told === 'application/x-cfb') return name.toLowerCase().endsWith('.msg') ? outlookMail : null;
  return allowed[told] ?? null;
}

export const extensionOf = (type: string): string =>
  [...Object.values(allowed), outlookMail, internetMail].find((one) => one.type === type)?.extension ?? 'bin';

/** Whether a file fits beside those that are there. */
export function sizeProblem(
  bytes: number,
  bytesThere: number,
  rule: AttachmentsRule,
): 'TOO_LARGE' | 'INCIDENT_FULL' | null {
  if (bytes > rule.fileMegabytes * MEGABYTE) return 'TOO_LARGE';
  return bytes + bytesThere > rule.incidentMegabytes * MEGABYTE ? 'INCIDENT_FULL' : null;
}

interface Removing {
  addedAt: number;
  addedByYou: boolean;
  isManager: boolean;
}

/** Who added it may take it away on the same day of the practice; a manager always, with a reason. */
export function removalRightOf(
  { addedAt, addedByYou, isManager }: Removing,
  now: number,
  timeZone: string,
): RemovalRight {
  if (addedByYou && dayOf(addedAt, timeZone) === dayOf(now, timeZone)) return 'freely';
  return isManager ? 'withReason' : 'no';
}
