import { stringify } from 'csv-stringify/sync';
import type { Cell } from './table.ts';

interface Sheet {
  columns: readonly { title: string }[];
  sections: readonly { title: string; rows: readonly (readonly Cell[])[] }[];
}

/** A spreadsheet may skip the white space before what it takes for a formula. */
const hiddenFormula = /^\s+[=+\-@＝＋－＠]/;

function asWritten(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return hiddenFormula.test(cell) ? `'${cell}` : cell;
}

/**
 * A file that a Dutch spreadsheet opens with a press: semicolons, decimal commas, UTF-8 with its mark. Everything is
 * between quotes, so that no text ends its cell, and what looks like a formula is text (OWASP, CSV injection).
 */
export function asCsv({ columns, sections }: Sheet, sectionTitle = ''): Uint8Array<ArrayBuffer> {
  const several = sections.length > 1;
  const header = columns.map(({ title }) => title);
  const rows = sections.flatMap(({ title, rows }) =>
    rows.map((row) => (several ? [title, ...row] : row).map(asWritten)),
  );
  const text = stringify([several ? [sectionTitle, ...header] : header, ...rows], {
    delimiter: ';',
    bom: true,
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}
