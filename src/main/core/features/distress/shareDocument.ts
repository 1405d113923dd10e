import type { ShareSheet } from '../../../../shared/contract/concernSharing.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { startDocument } from '../../documents.ts';

export interface ShareToPrint {
  sheet: ShareSheet;
  resourcesFolder: string;
}

/** What a practitioner is told, on paper. */
export async function shareDocument({ sheet, resourcesFolder }: ShareToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(sheet.language);
  const document = await startDocument({
    language: sheet.language,
    title: sheet.title,
    resourcesFolder,
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  document.text(sheet.practiceName, { size: 15, bold: true, gap: 2 });
  document.text(sheet.date, { size: 9, muted: true, gap: 8 });
  document.rule();
  document.text(sheet.title, { tag: 'H1', size: 15, bold: true, gap: 10 });
  document.text(sheet.opening, { gap: 14 });
  for (const { label, text } of sheet.lines) {
    document.keep(44);
    document.text(label, { tag: 'H2', size: 9.5, muted: true, gap: 1 });
    document.text(text, { size: 12, gap: 9 });
  }
  document.keep(60);
  document.pdf.y += 6;
  document.text(sheet.closing);
  return document.finish();
}
