import type { Language } from '../../../../shared/contract/base.ts';
import type { ExportFormat, ExportRequest } from '../../../../shared/contract/exports.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { type Counters, stepOf } from '../../progress.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { asDatabase } from '../../store/database.ts';
import { dataFolderAt } from '../../store/folder.ts';
import { connect } from '../../store/open.ts';
import { asCsv } from './csv.ts';
import { onPaper } from './onPaper.ts';
import { asPdf } from './pdf.ts';
import type { ExportTable, Making } from './table.ts';
import { auditTable } from './tables/audit.ts';
import { contactsTable } from './tables/contacts.ts';
import { incidentsTable } from './tables/incidents.ts';
import { measuresTable } from './tables/measures.ts';
import { questionnairesTable } from './tables/questionnaires.ts';
import { trendsTable } from './tables/trends.ts';

export interface ExportToMake {
  folder: string;
  dataEncryptionKey: Uint8Array;
  request: ExportRequest;
  format: ExportFormat;
  language: Language;
  timeZone: string;
  practiceName: string;
  workerName: string;
  now: number;
  resourcesFolder: string;
  counters: Counters;
}

export interface MadeExport {
  content: Uint8Array<ArrayBuffer>;
  from: string;
  lastDay: string;
}

function tableOf(making: Making, request: ExportRequest): Promise<ExportTable> {
  switch (request.what) {
    case 'trends':
      return trendsTable(making, request.question);
    case 'incidents':
      return incidentsTable(making, request.period);
    case 'contacts':
      return contactsTable(making, request.period);
    case 'measures':
      return measuresTable(making, request.period);
    case 'questionnaires':
      return questionnairesTable(making, request.period);
    case 'audit':
      return auditTable(making, request);
  }
}

/** Reads what was asked over a connection of its own, and makes a file of it. */
export async function makeExport(input: ExportToMake): Promise<MadeExport> {
  const { folder, dataEncryptionKey, request, format, language, timeZone, now, counters } = input;
  const { t } = createI18n(language);
  const connection = connect(dataFolderAt(folder).store, dataEncryptionKey);
  try {
    const making: Making = { database: asDatabase(connection), t, language, timeZone, now, step: stepOf(counters) };
    const table = await tableOf(making, request);
    const { from, lastDay } = table;
    if (format === 'csv') return { content: asCsv(table, t('exports:columns.section')), from, lastDay };
    const made = t('exports:paper.made', { name: input.workerName, day: dayOf(now, timeZone) });
    return { content: await asPdf(onPaper(table, t), { ...input, made }, making), from, lastDay };
  } finally {
    connection.close();
  }
}
