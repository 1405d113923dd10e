import { createI18n } from '../../../../shared/i18n/index.ts';
import { startDocument } from '../../documents.ts';
import type { DossierSheet } from './dossier.ts';

export interface DossierToPrint {
  sheet: DossierSheet;
  resourcesFolder: string;
}

/** The dossier to take to the police. */
export async function dossierDocument({ sheet, resourcesFolder }: DossierToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(sheet.language);
  const title = t('policeReports:paper.title');
  const document = await startDocument({
    language: sheet.language,
    title,
    resourcesFolder,
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  document.text(title, { tag: 'H1', size: 19, bold: true, gap: 4 });
  document.text(sheet.date, { muted: true, gap: 12 });
  document.text(sheet.practiceName, { bold: true, gap: 1 });
  document.text([sheet.address, sheet.phone, sheet.email].filter(Boolean).join('\n'), { gap: 10 });
  document.rule();
  for (const section of sheet.sections) {
    document.keep(64);
    document.text(section.title, { tag: 'H2', size: 13, bold: true, gap: 5 });
    for (const { heading, lines, quotes } of section.parts) {
      document.keep(48);
      if (heading) document.text(heading, { tag: 'H3', bold: true, gap: 2 });
      for (const line of lines) document.text(line, { gap: 1 });
      for (const { label, text } of quotes) {
        document.keep(40);
        document.text(label, { muted: true, size: 9.5, gap: 1 });
        document.quote(text);
      }
      document.pdf.y += 8;
    }
    document.pdf.y += 6;
  }
  return document.finish();
}
