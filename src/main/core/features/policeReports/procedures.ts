import { policeReports as contract } from '../../../../shared/contract/policeReports.ts';
import { proceduresOf } from '../../procedures.ts';
import { readLetterhead } from '../letters/letterhead.ts';
import { dossierOf } from './dossier.ts';
import { freeTexts, readMaterial } from './material.ts';
import {
  insertDossier,
  readDossier,
  readDossiers,
  readReport,
  removeReview,
  withReviews,
  writeReport,
  writeReview,
} from './queries.ts';
import { reportBefore } from './reportBefore.ts';

const { unlocked } = proceduresOf({ policeReports: contract });

const PDF = 'application/pdf';
const asFile = (dossierId: number, content: Uint8Array<ArrayBuffer>) => ({
  name: `dossier-${dossierId}.pdf`,
  type: PDF,
  content: new Blob([content], { type: PDF }),
});

export const policeReports = {
  ofMeasure: unlocked.policeReports.ofMeasure.handler(async ({ context, input: { measureId }, errors }) => {
    const { core, database, user, timeZone } = context;
    const material = await readMaterial(database, measureId);
    if (!material) throw errors.NOT_FOUND();
    const { incidents } = material;
    const { address } = await readLetterhead(database);
    const newest = incidents.at(-1);
    return {
      incidents: incidents.length,
      texts: await withReviews(database, measureId, freeTexts(material, user.language)),
      dossiers: await readDossiers(database, measureId),
      report: await readReport(database, measureId),
      reportBefore: newest ? await reportBefore(core, newest.occurredAt, timeZone) : null,
      missing: address === '' ? ['address' as const] : [],
    };
  }),

  reviewText: unlocked.policeReports.reviewText.handler(async ({ context, input, errors }) => {
    const { measureId, source, sourceId, fingerprint, free } = input;
    const { user, now } = context;
    await context.database.transaction().execute(async (transaction) => {
      const material = await readMaterial(transaction, measureId);
      const text =
        material &&
        freeTexts(material, user.language).find((one) => one.source === source && one.sourceId === sourceId);
      if (!text) throw errors.NOT_FOUND();
      if (text.fingerprint !== fingerprint) throw errors.CHANGED();
      const review = { measureId, source, sourceId, fingerprint, reviewedAt: now, reviewedBy: user.id };
      if (free) await writeReview(transaction, review);
      else await removeReview(transaction, review);
      await context.audit(transaction, `measure ${measureId}`);
    });
    context.changed('policeReports');
  }),

  make: unlocked.policeReports.make.handler(async ({ context, input: { measureId, language }, errors }) => {
    const { core, database, now, user, timeZone, practice } = context;
    const { sheet, dossierId } = await database.transaction().execute(async (transaction) => {
      const material = await readMaterial(transaction, measureId);
      if (!material) throw errors.NOT_FOUND();
      const letterhead = await readLetterhead(transaction);
      if (letterhead.address === '') throw errors.INCOMPLETE_LETTERHEAD({ data: { missing: ['address'] } });
      if (material.incidents.length === 0) throw errors.NO_INCIDENTS();
      const texts = await withReviews(transaction, measureId, freeTexts(material, language));
      const { practiceName } = practice;
      const made = dossierOf(material, texts, { language, timeZone, practiceName, letterhead, now });
      const id = await insertDossier(transaction, measureId, made, { madeAt: now, madeBy: user.id });
      await context.audit(transaction, `police dossier ${id}`);
      return { sheet: made, dossierId: id };
    });
    const { resourcesFolder } = core.options;
    const content = await core.offMainThread.run('dossierDocument', { sheet, resourcesFolder });
    context.changed('policeReports');
    return asFile(dossierId, content);
  }),

  document: unlocked.policeReports.document.handler(async ({ context, input: { dossierId }, errors }) => {
    const { core, database } = context;
    const sheet = await readDossier(database, dossierId);
    if (!sheet) throw errors.NOT_FOUND();
    const { resourcesFolder } = core.options;
    const content = await core.offMainThread.run('dossierDocument', { sheet, resourcesFolder });
    await context.audit(database, `police dossier ${dossierId}`);
    return asFile(dossierId, content);
  }),

  recordReport: unlocked.policeReports.recordReport.handler(async ({ context, input, errors }) => {
    const { measureId, report } = input;
    await context.database.transaction().execute(async (transaction) => {
      if (!(await readMaterial(transaction, measureId))) throw errors.NOT_FOUND();
      await writeReport(transaction, measureId, report);
      await context.audit(transaction, `measure ${measureId}`);
    });
    context.changed('policeReports');
  }),
};
