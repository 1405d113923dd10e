import type { Language } from '../../../../shared/contract/base.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { startDocument } from '../../documents.ts';

/** A day as it stands on one page. */
export interface DayReport {
  language: Language;
  practiceName: string;
  title: string;
  madeBy: string;
  figures: string[];
  incidents: { columns: { title: string; share: number }[]; rows: string[][] };
  decided: string[];
  late: string[];
}

export interface DayReportToPrint {
  sheet: DayReport;
  resourcesFolder: string;
}

/** So many lines of each fit on the page together. */
const mostOf = { incidents: 15, decided: 6, late: 8 };

/** One A4 page about a day. */
export async function dayReportDocument({
  sheet,
  resourcesFolder,
}: DayReportToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(sheet.language);
  const document = await startDocument({
    language: sheet.language,
    title: sheet.title,
    resourcesFolder,
    footer: () => sheet.madeBy,
  });
  const section = (title: string) => {
    document.pdf.y += 8;
    document.text(title, { tag: 'H2', size: 12, bold: true, gap: 4 });
  };
  const rest = (left: number) => {
    if (left > 0) document.text(t('dayReport:more', { count: left }), { size: 9, muted: true, gap: 2 });
  };
  const lines = (texts: readonly string[], most: number) => {
    if (texts.length === 0) return document.text(t('dayReport:none'), { size: 9.5, muted: true, gap: 2 });
    for (const text of texts.slice(0, most)) document.line(text);
    rest(texts.length - most);
  };

  document.text(sheet.practiceName, { size: 9.5, muted: true, gap: 1 });
  document.text(sheet.title, { tag: 'H1', size: 17, bold: true, gap: 8 });
  document.rule();
  for (const figure of sheet.figures) document.line(figure);
  section(t('dayReport:incidents'));
  const { columns, rows } = sheet.incidents;
  if (rows.length === 0) document.text(t('dayReport:none'), { size: 9.5, muted: true, gap: 2 });
  else document.table(columns, rows.slice(0, mostOf.incidents));
  rest(rows.length - mostOf.incidents);
  section(t('dayReport:decided'));
  lines(sheet.decided, mostOf.decided);
  section(t('dayReport:late'));
  lines(sheet.late, mostOf.late);
  return document.finish();
}
