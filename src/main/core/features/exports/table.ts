import type { Kysely } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import type { createI18n } from '../../../../shared/i18n/index.ts';
import type { Schema } from '../../store/schema.ts';

/** What is taken out of the store, the same for every kind of file. */
export interface ExportTable {
  title: string;
  /** The days it is about. */
  from: string;
  lastDay: string;
  /** What somebody must know to read it. */
  remarks: string[];
  columns: Column[];
  sections: { title: string; rows: Cell[][] }[];
}

export interface Column {
  title: string;
  /** How wide it is beside the others. */
  width: number;
}

export type Cell = string | number | null;

/** Where a table is made. */
export interface Making {
  database: Kysely<Schema>;
  t: ReturnType<typeof createI18n>['t'];
  language: Language;
  timeZone: string;
  now: number;
  /** Called after each part; throws when the export was stopped. */
  step(done: number, total: number): void;
}
