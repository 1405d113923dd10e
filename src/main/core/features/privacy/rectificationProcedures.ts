import { type CallerDetails, type MergeField, mergeField } from '../../../../shared/contract/callers.ts';
import { privacy as contract } from '../../../../shared/contract/privacy.ts';
import { proceduresOf } from '../../procedures.ts';
import { asBadNumber } from '../callers/procedures.ts';
import { readCaller, updateCaller } from '../callers/queries.ts';
import { correctIncident } from '../incidents/correcting.ts';
import { readWholeIncidents } from '../incidents/queries.ts';
import { findNote, insertRectification, readNotes, readRectifications, writeNote } from './rectificationQueries.ts';
import { findRequest } from './requests.ts';
import { isIncidentRestricted } from './restrictions.ts';

const { unlocked } = proceduresOf({ privacy: contract });

/** The fields of a card in which two states differ; a practitioner goes with the number. */
function changedDetails(before: CallerDetails, after: CallerDetails): MergeField[] {
  const isSame = (field: keyof CallerDetails) => JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return mergeField.options.filter(
    (field) => !isSame(field) || (field === 'generalPractitioner' && !isSame('generalPractitionerNumber')),
  );
}

/** Putting right what is kept of somebody who asked for it, from the request on (GDPR, article 16). */
export const rectificationProcedures = {
  rectifiable: unlocked.privacy.rectifiable.handler(async ({ context, input: { requestId }, errors }) => {
    const { database } = context;
    const callerId = (await findRequest(database, requestId))?.callerId;
    const details = callerId ? await readCaller(database, callerId) : null;
    if (!callerId || !details) throw errors.NOT_FOUND();
    await context.auditSeen(`caller ${callerId}`);
    const incidents = await readWholeIncidents(database, (query) =>
      query.where('incident.callerId', '=', callerId).orderBy('incident.occurredAt', 'desc'),
    );
    return {
      ...{ callerId, details, incidents },
      contacts: await readNotes(database, callerId),
      changes: (await readRectifications(database, [requestId])).get(requestId) ?? [],
    };
  }),

  rectify: unlocked.privacy.rectify.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const { requestId, change } = input;
    await database
      .transaction()
      .execute(async (transaction) => {
        const request = await findRequest(transaction, requestId);
        const callerId = request?.callerId;
        if (!callerId || request.kind !== 'rectification' || request.answeredAt !== null) throw errors.NOT_FOUND();
        const keep = (kept: Pick<Parameters<typeof insertRectification>[1], 'happenedAt' | 'fields'>) =>
          insertRectification(transaction, { requestId, record: change.record, at: now, by: user.id, ...kept });
        if (change.record === 'card') {
          const before = await readCaller(transaction, callerId);
          if (!before) throw errors.NOT_FOUND();
          await updateCaller(transaction, callerId, change.details);
          const after = (await readCaller(transaction, callerId)) ?? change.details;
          await keep({ happenedAt: null, fields: changedDetails(before, after) });
        } else if (change.record === 'contact') {
          const note = await findNote(transaction, change.contactId, callerId);
          if (!note) throw errors.NOT_FOUND();
          await writeNote(transaction, change.contactId, change.text);
          await keep({ happenedAt: note.startedAt, fields: note.text === change.text ? [] : ['text'] });
        } else {
          if (await isIncidentRestricted(transaction, change.incidentId)) throw errors.RESTRICTED();
          const corrected = await correctIncident(transaction, change, context);
          if (corrected === null || corrected.before.callerId !== callerId) throw errors.NOT_FOUND();
          if (corrected.isFuture) throw errors.FIELD({ data: { field: 'happened', problem: 'future' } });
          await keep({ happenedAt: corrected.before.occurredAt, fields: corrected.fields });
        }
        await context.audit(transaction, `caller ${callerId}`);
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('privacy', 'callers', 'contacts', 'incidents', 'breaks', 'review', 'measures', 'aftercare');
  }),
};
