import { startDocument } from '../../documents.ts';
import type { Cell, ExportTable, Making } from './table.ts';

const CHUNK = 50;

interface Sheet {
  practiceName: string;
  resourcesFolder: string;
  /** Who made it and when. */
  made: string;
}

const asPrinted = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
};

/** The table on paper, with who made it and of which days. */
export async function asPdf(
  { title, from, lastDay, remarks, columns, sections }: ExportTable,
  { practiceName, resourcesFolder, made }: Sheet,
  { t, language, step }: Making,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await startDocument({
    language,
    title,
    resourcesFolder,
    landscape: true,
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  document.text(title, { tag: 'H1', size: 17, bold: true, gap: 2 });
  document.text(t('exports:paper.period', { practice: practiceName, from, lastDay }), { gap: 1 });
  document.text(made, { muted: true, size: 9, gap: 6 });
  for (const remark of remarks) document.text(remark, { muted: true, size: 9, gap: 1 });
  document.pdf.y += 8;
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { title: heading, rows } of sections) {
    document.keep(70);
    if (sections.length > 1) document.text(heading, { tag: 'H2', size: 12, bold: true, gap: 4 });
    const table = document.longTable(columns);
    for (let first = 0; first < rows.length; first += CHUNK) {
      for (const row of rows.slice(first, first + CHUNK)) table.row(row.map(asPrinted));
      done += Math.min(CHUNK, rows.length - first);
      step(done, total);
    }
    table.end();
    if (rows.length === 0) document.text(t('exports:paper.nothing'), { gap: 4 });
    document.pdf.y += 10;
  }
  return document.finish();
}
