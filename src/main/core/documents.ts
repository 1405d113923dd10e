import path from 'node:path';
import type { Language } from '../../shared/contract/base.ts';
import { startTable } from './documentTable.ts';

const MARGIN = 72;
const INK = '#15202b';
const MUTED = '#55636f';
const ROW_HEIGHT = 16;

type Tag = 'H1' | 'H2' | 'H3' | 'P';

interface DocumentOptions {
  language: Language;
  title: string;
  resourcesFolder: string;
  /** On its side, for a table of many columns. */
  landscape?: boolean;
  /** At the foot of every page, when all pages are there. */
  footer: (page: number, pages: number) => string;
}

/**
 * An A4 document of running text, tagged for reading aloud, with the number of the page at the foot of each. What makes
 * it is loaded with the first one, so that nobody waits for that at the start.
 */
export async function startDocument({ language, title, resourcesFolder, landscape = false, footer }: DocumentOptions) {
  const { default: PDFDocument } = await import('pdfkit');
  const font = (name: string) => path.join(resourcesFolder, 'fonts', `${name}.ttf`);
  const document = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins: { top: MARGIN, bottom: MARGIN + 12, left: MARGIN, right: MARGIN },
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    // None by its path: pdfkit would read the file of the registered one anew for every text.
    font: '',
    info: { Title: title },
  });
  document
    .registerFont('bold', font('Inter-SemiBold'))
    .registerFont('regular', font('Inter-Regular'))
    .font('regular')
    .fillColor(INK);
  const root = document.struct('Document');
  document.addStructure(root);
  const width = document.page.width - 2 * MARGIN;
  const bottom = () => document.page.height - document.page.margins.bottom;

  const write = (tag: Tag, draw: () => void) => root.add(document.struct(tag, {}, draw));

  return {
    pdf: document,
    width,
    /** Begins a new page when less than so much of this one is left. */
    keep(height: number) {
      if (document.y + height > bottom()) document.addPage();
    },
    text(text: string, { tag = 'P', size = 10.5, bold = false, muted = false, gap = 6 }: Partial<TextLook> = {}) {
      write(tag, () =>
        document
          .font(bold ? 'bold' : 'regular')
          .fontSize(size)
          .fillColor(muted ? MUTED : INK)
          .text(text, MARGIN, document.y, { width, lineGap: 2.5 }),
      );
      document.y += gap;
    },
    /** A paragraph of one line; what does not fit is cut off. */
    line(text: string) {
      const top = document.y;
      write('P', () =>
        document
          .font('regular')
          .fontSize(9.5)
          .fillColor(INK)
          .text(text, MARGIN, top, { width, height: 11, ellipsis: true }),
      );
      document.y = top + ROW_HEIGHT;
    },
    /** A point of a list, with its sign in the margin of the text. */
    item(text: string, gap = 3) {
      const top = document.y;
      write('P', () => {
        document
          .font('regular')
          .fontSize(10.5)
          .fillColor(INK)
          .text('•', MARGIN + 4, top, { lineBreak: false });
        document.text(text, MARGIN + 18, top, { width: width - 18, lineGap: 2.5 });
      });
      document.y += gap;
    },
    /** Words of somebody, set in from the margin. */
    quote(text: string, gap = 6) {
      write('P', () =>
        document
          .font('regular')
          .fontSize(10.5)
          .fillColor(INK)
          .text(text, MARGIN + 14, document.y, { width: width - 14, lineGap: 2.5 }),
      );
      document.x = MARGIN;
      document.y += gap;
    },
    /** Rows of one line each, under headings; what does not fit in its column is cut off. */
    table(columns: readonly { title: string; share: number }[], rows: readonly (readonly string[])[]) {
      const table = document.struct('Table');
      root.add(table);
      const addRow = (tag: 'TH' | 'TD', cells: readonly string[]) => {
        const row = document.struct('TR');
        table.add(row);
        const top = document.y;
        let left = MARGIN;
        for (const [index, { share }] of columns.entries()) {
          const cellLeft = left;
          const cellWidth = width * share;
          left += cellWidth;
          row.add(
            document.struct(tag, {}, () =>
              document
                .font(tag === 'TH' ? 'bold' : 'regular')
                .fontSize(tag === 'TH' ? 8.5 : 9.5)
                .fillColor(tag === 'TH' ? MUTED : INK)
                .text(cells[index] || '–', cellLeft, top, { width: cellWidth - 8, height: 11, ellipsis: true }),
            ),
          );
        }
        row.end();
        document.x = MARGIN;
        document.y = top + ROW_HEIGHT;
      };
      addRow(
        'TH',
        columns.map(({ title }) => title),
      );
      for (const row of rows) addRow('TD', row);
      table.end();
      document.y += 4;
    },
    /** The same for rows of any length and number, with the headings again on each page. */
    longTable: (columns: readonly { title: string; width: number }[]) =>
      startTable(document, columns, {
        ...{ left: MARGIN, width, ink: INK, line: MUTED, bottom },
        add: (table) => root.add(table),
      }),
    rule() {
      document.markContent('Artifact', { type: 'Layout' });
      const y = document.y;
      document
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + width, y)
        .lineWidth(0.75)
        .strokeColor(MUTED)
        .stroke();
      document.endMarkedContent();
      document.y = y + 14;
    },
    async finish(): Promise<Uint8Array<ArrayBuffer>> {
      root.end();
      const { start, count } = document.bufferedPageRange();
      for (let page = start; page < start + count; page += 1) {
        document.switchToPage(page);
        // The foot of the page is below what text may use, which would begin a page of its own.
        document.page.margins.bottom = 0;
        document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
        document
          .font('regular')
          .fontSize(8.5)
          .fillColor(MUTED)
          .text(footer(page - start + 1, count), MARGIN, document.page.height - MARGIN + 16, {
            width,
            align: 'right',
            lineBreak: false,
          });
        document.endMarkedContent();
      }
      const parts: Uint8Array[] = [];
      document.end();
      for await (const part of document) parts.push(part);
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

interface TextLook {
  tag: Tag;
  size: number;
  bold: boolean;
  muted: boolean;
  /** Space below. */
  gap: number;
}
