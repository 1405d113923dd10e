import type { LetterSheet } from '../../../../shared/contract/letters.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { startDocument } from '../../documents.ts';

export interface LetterToPrint {
  sheet: LetterSheet;
  resourcesFolder: string;
}

/** Where the window of an envelope shows the address. */
const RECIPIENT_TOP = 150;
const SPACE = 22;

/** A letter on the practice's own letterhead. */
export async function letterDocument({ sheet, resourcesFolder }: LetterToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(sheet.language);
  const document = await startDocument({
    language: sheet.language,
    title: sheet.subject,
    resourcesFolder,
    footer: (page, pages) => t('letters:paper.page', { page, pages }),
  });
  const { pdf } = document;
  document.text(sheet.practiceName, { size: 15, bold: true, gap: 2 });
  const lines = [sheet.address.replaceAll('\n', ' · '), [sheet.phone, sheet.email].filter(Boolean).join(' · ')];
  for (const line of lines.filter(Boolean)) document.text(line, { size: 9, muted: true, gap: 1 });
  pdf.y += 8;
  document.rule();

  pdf.y = Math.max(pdf.y, RECIPIENT_TOP);
  document.text(sheet.recipient, { gap: SPACE });
  document.text(sheet.date, { gap: SPACE });
  document.text(sheet.subject, { tag: 'H1', size: 13, bold: true, gap: 14 });
  let before: string | null = null;
  for (const { kind, text } of sheet.blocks) {
    if (kind === 'text' && before === 'item') pdf.y += 5;
    before = kind;
    if (kind === 'heading') {
      document.keep(60);
      pdf.y += 6;
      document.text(text, { tag: 'H2', bold: true, gap: 3 });
    } else if (kind === 'item') document.item(text);
    else document.text(text, { gap: 8 });
  }
  document.keep(60);
  pdf.y += 10;
  document.text(sheet.closing, { gap: 4 });
  document.text(sheet.practiceName, { bold: true });
  return document.finish();
}
