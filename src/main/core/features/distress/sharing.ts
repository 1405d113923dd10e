import type { Kysely } from 'kysely';
import { shareItem } from '../../../../shared/contract/concernSharing.ts';
import type { Concern } from '../../../../shared/contract/distress.ts';
import { distress as contract } from '../../../../shared/contract/distress.ts';
import { proceduresOf } from '../../procedures.ts';
import { mayOpen, type Worker } from '../../rules/concern.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { obstacleTo } from '../../rules/sharing.ts';
import type { Schema } from '../../store/schema.ts';
import { readConcern } from './queries.ts';
import { factsOf, markTold, readShareDraft, readTold, readToldSheet, writeShareDraft } from './shareQueries.ts';
import { knownItems, shareSheetOf } from './shareSheet.ts';

const { unlocked } = proceduresOf({ distress: contract });

interface Asking {
  user: Worker;
  now: number;
  timeZone: string;
}

/** The record, for whoever may open it. */
async function openConcern(
  database: Kysely<Schema>,
  concernId: number,
  { user, now, timeZone }: Asking,
): Promise<Concern | undefined> {
  const found = await readConcern(database, concernId);
  return found && mayOpen(found, user, now, timeZone) ? found.concern : undefined;
}

const fileNames = { nl: 'voor-de-huisarts', en: 'for-the-gp' };

/** Telling a practitioner: with consent, or else for a life in danger with the reason; the least that is needed. */
export const sharingProcedures = {
  sharing: unlocked.distress.sharing.handler(async ({ context, input, errors }) => {
    const { database, practice, now, timeZone, user } = context;
    const concern = await openConcern(database, input.concernId, context);
    if (!concern) throw errors.NOT_FOUND();
    const setting = {
      language: user.language,
      timeZone,
      practiceName: practice.practiceName,
      now,
      today: dayOf(now, timeZone),
    };
    const facts = await factsOf(database, concern, setting);
    const { id: _id, ...form } = await readShareDraft(database, concern.id);
    const known = knownItems(facts, form, setting);
    await context.auditSeen(`concern ${concern.id}`);
    return {
      form,
      available: shareItem.options.filter((item) => item === 'place' || known.has(item)),
      ownGp: facts.ownGp,
      told: await readTold(database, concern.id),
      sheet: shareSheetOf(facts, form, setting),
      obstacle: obstacleTo(form),
    };
  }),

  keepSharing: unlocked.distress.keepSharing.handler(async ({ context, input, errors }) => {
    const { database, practice, now, timeZone, user } = context;
    const { concernId, form } = input;
    const setting = {
      language: user.language,
      timeZone,
      practiceName: practice.practiceName,
      now,
      today: dayOf(now, timeZone),
    };
    const facts = await database.transaction().execute(async (transaction) => {
      const concern = await openConcern(transaction, concernId, context);
      if (!concern) throw errors.NOT_FOUND();
      const before = await readShareDraft(transaction, concernId);
      await writeShareDraft(transaction, { id: before.id, concernId, userId: user.id, form, now });
      if (before.consent !== form.consent) await context.audit(transaction, `concern ${concernId}`);
      return factsOf(transaction, concern, setting);
    });
    return { sheet: shareSheetOf(facts, form, setting), obstacle: obstacleTo(form) };
  }),

  share: unlocked.distress.share.handler(async ({ context, input, errors }) => {
    const { database, practice, now, timeZone, user } = context;
    const { concernId, way } = input;
    const shareId = await database.transaction().execute(async (transaction) => {
      const concern = await openConcern(transaction, concernId, context);
      if (!concern) throw errors.NOT_FOUND();
      const { id, ...form } = await readShareDraft(transaction, concernId);
      const obstacle = obstacleTo(form);
      if (obstacle !== null) throw errors.OBSTACLE({ data: { obstacle } });
      if (id === null) throw errors.NOT_FOUND();
      const setting = {
        language: user.language,
        timeZone,
        practiceName: practice.practiceName,
        now,
        today: dayOf(now, timeZone),
      };
      const sheet = shareSheetOf(await factsOf(transaction, concern, setting), form, setting);
      await markTold(transaction, id, { sheet, way, userId: user.id, now });
      await context.audit(transaction, `concern ${concernId}`);
      return id;
    });
    context.changed('distress');
    return { shareId };
  }),

  shareDocument: unlocked.distress.shareDocument.handler(async ({ context, input, errors }) => {
    const { core, database } = context;
    const share = await readToldSheet(database, input.shareId);
    const concern = share && (await openConcern(database, share.concernId, context));
    if (!share || !concern) throw errors.NOT_FOUND();
    const { resourcesFolder } = core.options;
    const content = await core.offMainThread.run('shareDocument', { sheet: share.sheet, resourcesFolder });
    await context.audit(database, `concern ${concern.id}`);
    const type = 'application/pdf';
    const name = `${fileNames[share.sheet.language]}-${input.shareId}.pdf`;
    return { name, type, content: new Blob([content], { type }) };
  }),
};
