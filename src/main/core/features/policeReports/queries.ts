import type { Kysely } from 'kysely';
import type { FreeText, PoliceReport, TextSource } from '../../../../shared/contract/policeReports.ts';
import type { Schema } from '../../store/schema.ts';
import { type DossierSheet, dossierSheet } from './dossier.ts';

type Database = Kysely<Schema>;

/** Says of each text whether it was reviewed as it stands now. */
export async function withReviews(
  database: Database,
  measureId: number,
  texts: readonly Omit<FreeText, 'reviewed'>[],
): Promise<FreeText[]> {
  const reviews = await database
    .selectFrom('reviewedText')
    .innerJoin('user', 'user.id', 'reviewedText.reviewedBy')
    .select(['source', 'sourceId', 'fingerprint', 'reviewedAt', 'user.name as byName'])
    .where('measureId', '=', measureId)
    .execute();
  return texts.map((text) => {
    const review = reviews.find(
      ({ source, sourceId, fingerprint }) =>
        source === text.source && sourceId === text.sourceId && fingerprint === text.fingerprint,
    );
    return { ...text, reviewed: review ? { at: review.reviewedAt, byName: review.byName } : null };
  });
}

export async function writeReview(database: Database, review: Schema['reviewedText']): Promise<void> {
  const { fingerprint, reviewedAt, reviewedBy } = review;
  await database
    .insertInto('reviewedText')
    .values(review)
    .onConflict((conflict) =>
      conflict.columns(['measureId', 'source', 'sourceId']).doUpdateSet({ fingerprint, reviewedAt, reviewedBy }),
    )
    .execute();
}

export async function removeReview(
  database: Database,
  text: { measureId: number; source: TextSource; sourceId: number },
): Promise<void> {
  await database
    .deleteFrom('reviewedText')
    .where('measureId', '=', text.measureId)
    .where('source', '=', text.source)
    .where('sourceId', '=', text.sourceId)
    .execute();
}

export function readDossiers(database: Database, measureId: number) {
  return database
    .selectFrom('policeDossier')
    .innerJoin('user', 'user.id', 'policeDossier.madeBy')
    .select(['policeDossier.id', 'madeAt', 'user.name as madeByName'])
    .where('measureId', '=', measureId)
    .orderBy('policeDossier.id', 'desc')
    .execute();
}

export async function readReport(database: Database, measureId: number): Promise<PoliceReport> {
  const row = await database
    .selectFrom('policeReport')
    .select(['reportedOn', 'reportNumber', 'policeContact'])
    .where('measureId', '=', measureId)
    .executeTakeFirst();
  return row ?? { reportedOn: null, reportNumber: '', policeContact: '' };
}

export async function writeReport(database: Database, measureId: number, report: PoliceReport): Promise<void> {
  await database
    .insertInto('policeReport')
    .values({ measureId, ...report })
    .onConflict((conflict) => conflict.column('measureId').doUpdateSet(report))
    .execute();
}

export async function insertDossier(
  database: Database,
  measureId: number,
  sheet: DossierSheet,
  made: { madeAt: number; madeBy: number },
): Promise<number> {
  const { id } = await database
    .insertInto('policeDossier')
    .values({ measureId, ...made, sheet: JSON.stringify(sheet) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A dossier as it was made: it stays what was handed over. */
export async function readDossier(database: Database, dossierId: number): Promise<DossierSheet | null> {
  const dossier = await database
    .selectFrom('policeDossier')
    .select('sheet')
    .where('id', '=', dossierId)
    .executeTakeFirst();
  return dossier ? dossierSheet.parse(JSON.parse(dossier.sheet)) : null;
}
