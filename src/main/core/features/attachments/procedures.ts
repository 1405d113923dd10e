import type { Kysely } from 'kysely';
import { attachments as contract, partBytes } from '../../../../shared/contract/attachments.ts';
import { proceduresOf } from '../../procedures.ts';
import { allowedAs, extensionOf, removalRightOf, sizeProblem } from '../../rules/attachment.ts';
import { readPlainMail } from '../../rules/plainMail.ts';
import type { Schema } from '../../store/schema.ts';
import { mayChange, maySee } from '../incidents/facts.ts';
import { isIncidentRestricted } from '../privacy/restrictions.ts';
import {
  bytesOf,
  countParts,
  dropParts,
  dropUnfinished,
  findAttachment,
  findBegun,
  insertAttachment,
  insertPart,
  markRemoved,
  markWhole,
  readAttachments,
  readPart,
} from './queries.ts';

const { unlocked } = proceduresOf({ attachments: contract });

const HOUR = 3_600_000;
/** The text of a mail stands at its beginning. */
const PARTS_OF_MAIL_READ = 3;

const fromBase64 = (part: string): Uint8Array => new Uint8Array(Buffer.from(part, 'base64'));

/** What the content tells of itself; null for text. */
async function typeOf(start: Uint8Array): Promise<string | null> {
  // Fetched with the first file: the core starts without it.
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(start))?.mime ?? null;
}

async function mailOf(database: Kysely<Schema>, attachmentId: number) {
  const parts: Uint8Array[] = [];
  for (let place = 0; place < PARTS_OF_MAIL_READ; place += 1) {
    const part = await readPart(database, attachmentId, place);
    if (part) parts.push(part);
  }
  return readPlainMail(new Uint8Array(Buffer.concat(parts)));
}

export const attachments = {
  ofIncident: unlocked.attachments.ofIncident.handler(async ({ context, input: { incidentId }, errors }) => {
    const { database, user, houseRules } = context;
    if (!(await maySee(database, incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, incidentId)) throw errors.RESTRICTED();
    const { fileMegabytes: file, incidentMegabytes: incident } = houseRules.attachments;
    return {
      attachments: await readAttachments(database, incidentId, context),
      mayAdd: await mayChange(database, incidentId, user),
      limits: { file, incident },
    };
  }),

  add: unlocked.attachments.add.handler(async ({ context, input, errors }) => {
    const { database, user, now, houseRules } = context;
    const { incidentId, name, bytes } = input;
    if (!(await mayChange(database, incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, incidentId)) throw errors.RESTRICTED();
    await dropUnfinished(database, user.id, now - HOUR);
    const problem = sizeProblem(bytes, await bytesOf(database, incidentId), houseRules.attachments);
    if (problem) throw errors[problem]();
    const content = fromBase64(input.part);
    const found = allowedAs(await typeOf(content), content, name);
    const wholeAt = content.length === bytes ? now : null;
    if (!found || content.length !== Math.min(bytes, partBytes)) throw errors.WRONG_TYPE();
    const { kind, type } = found;
    const attachmentId = await database.transaction().execute(async (transaction) => {
      const added = { incidentId, name, kind, type, bytes, addedBy: user.id, addedAt: now, wholeAt };
      const id = await insertAttachment(transaction, added);
      await insertPart(transaction, { attachmentId: id, place: 0, content });
      await context.audit(transaction, `incident ${incidentId}`);
      return id;
    });
    if (wholeAt !== null) context.changed('attachments');
    return { attachmentId };
  }),

  addPart: unlocked.attachments.addPart.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const { attachmentId, place } = input;
    const begun = await findBegun(database, attachmentId, user.id);
    const content = fromBase64(input.part);
    const expected = begun && Math.min(partBytes, begun.bytes - place * partBytes);
    if (!begun || place !== (await countParts(database, attachmentId))) throw errors.NOT_FOUND();
    if (content.length !== expected) throw errors.FIELD({ data: { field: 'part', problem: 'size' } });
    const isLast = (place + 1) * partBytes >= begun.bytes;
    await database.transaction().execute(async (transaction) => {
      await insertPart(transaction, { attachmentId, place, content });
      if (isLast) await markWhole(transaction, attachmentId, now);
    });
    if (isLast) context.changed('attachments');
  }),

  open: unlocked.attachments.open.handler(async ({ context, input: { attachmentId }, errors }) => {
    const { database, user } = context;
    const found = await findAttachment(database, attachmentId);
    if (!found || !(await maySee(database, found.incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, found.incidentId)) throw errors.RESTRICTED();
    await context.auditSeen(`attachment ${attachmentId}`);
    return {
      parts: await countParts(database, attachmentId),
      mail: found.type === 'message/rfc822' ? await mailOf(database, attachmentId) : null,
    };
  }),

  part: unlocked.attachments.part.handler(async ({ context: { database, user }, input, errors }) => {
    const found = await findAttachment(database, input.attachmentId);
    if (!found || !(await maySee(database, found.incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, found.incidentId)) throw errors.RESTRICTED();
    const content = await readPart(database, input.attachmentId, input.place);
    if (!content) throw errors.NOT_FOUND();
    return { part: Buffer.from(content).toString('base64') };
  }),

  export: unlocked.attachments.export.handler(async ({ context, input: { attachmentId }, errors }) => {
    const { database } = context;
    const found = await findAttachment(database, attachmentId);
    if (!found) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, found.incidentId)) throw errors.RESTRICTED();
    await context.audit(database, `attachment ${attachmentId}`);
    // The name somebody gave it may be somebody's.
    const fileName = `attachment-${attachmentId}.${extensionOf(found.type)}`;
    return { fileName, parts: await countParts(database, attachmentId) };
  }),

  remove: unlocked.attachments.remove.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    const { attachmentId, reason } = input;
    const found = await findAttachment(database, attachmentId);
    if (!found || !(await maySee(database, found.incidentId, user))) throw errors.NOT_FOUND();
    if (await isIncidentRestricted(database, found.incidentId)) throw errors.RESTRICTED();
    const removing = {
      addedAt: found.addedAt,
      addedByYou: found.addedBy === user.id,
      isManager: user.role === 'manager',
    };
    const right = removalRightOf(removing, now, timeZone);
    if (right === 'no') throw errors.FORBIDDEN();
    if (right === 'withReason' && reason === '') throw errors.FIELD({ data: { field: 'reason', problem: 'missing' } });
    await database.transaction().execute(async (transaction) => {
      await markRemoved(transaction, attachmentId, { removedAt: now, removedBy: user.id, removedReason: reason });
      await context.audit(transaction, `attachment ${attachmentId}`);
    });
    await dropParts(database, attachmentId);
    context.changed('attachments');
  }),
};
