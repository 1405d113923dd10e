import path from 'node:path';
import type { Language } from '../../../../shared/contract/base.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';

export interface RecoveryKeySheet {
  language: Language;
  practiceName: string;
  groups: string[];
  /** The day it was made, as it is read: `21 november 2026`. */
  date: string;
  resourcesFolder: string;
}

const MARGIN = 72;
const GROUPS_IN_ROW = 4;
const GROUP_WIDTH = 110;
const ROW_HEIGHT = 56;
const NUMBER_HEIGHT = 12;
const INK = '#15202b';
const MUTED = '#55636f';

async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** The sheet to print and keep in a safe: one A4 page, tagged for reading aloud. */
export async function recoveryKeyDocument(sheet: RecoveryKeySheet): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import('pdfkit');
  const { t } = createI18n(sheet.language);
  const font = (name: string) => path.join(sheet.resourcesFolder, 'fonts', `${name}.ttf`);
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    pdfVersion: '1.7',
    font: font('Inter-Regular'),
    info: { Title: t('setup:sheet.title') },
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const say = (tag: 'H1' | 'P', text: string, draw: () => void) =>
    root.add(document.struct(tag, { actual: text }, draw));

  document.registerFont('bold', font('Inter-SemiBold')).registerFont('regular', font('Inter-Regular')).fillColor(INK);
  const title = t('setup:sheet.title');
  say('H1', title, () => document.font('bold').fontSize(24).text(title));
  const practice = t('setup:sheet.practice', { practice: sheet.practiceName });
  say('P', practice, () => document.moveDown(0.5).font('regular').fontSize(12).fillColor(MUTED).text(practice));
  const date = t('setup:sheet.date', { date: sheet.date });
  say('P', date, () => document.text(date).fillColor(INK));

  const top = document.y + 24;
  say('P', sheet.groups.join(' '), () => {
    for (const [index, group] of sheet.groups.entries()) {
      const left = MARGIN + (index % GROUPS_IN_ROW) * GROUP_WIDTH;
      const row = top + Math.floor(index / GROUPS_IN_ROW) * ROW_HEIGHT;
      // Two groups are asked back by their number.
      document
        .font('regular')
        .fontSize(9)
        .fillColor(MUTED)
        .text(String(index + 1), left, row, { lineBreak: false });
      document
        .font('bold')
        .fontSize(24)
        .fillColor(INK)
        .text(group, left, row + NUMBER_HEIGHT, { lineBreak: false });
    }
  });
  const below = top + Math.ceil(sheet.groups.length / GROUPS_IN_ROW) * ROW_HEIGHT + 16;
  const use = t('setup:sheet.use');
  say('P', use, () => document.font('regular').fontSize(12).text(use, MARGIN, below));
  const keep = t('setup:sheet.keep');
  say('P', keep, () => document.moveDown(1).text(keep));
  root.end();
  document.end();
  return collect(document);
}
