import { mostOnPaper } from '../../../../shared/contract/exports.ts';
import type { ExportTable, Making } from './table.ts';

/** What is more than anybody reads on paper is left out, the oldest first, and the paper says so. */
export function onPaper(table: ExportTable, t: Making['t']): ExportTable {
  const rows = table.sections.reduce((sum, section) => sum + section.rows.length, 0);
  if (rows <= mostOnPaper) return table;
  return {
    ...table,
    remarks: [...table.remarks, t('exports:remarks.newest', { most: mostOnPaper, left: rows - mostOnPaper })],
    sections: table.sections.map((section) => ({ ...section, rows: section.rows.slice(-mostOnPaper) })),
  };
}
