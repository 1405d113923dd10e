import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

interface Look {
  left: number;
  width: number;
  ink: string;
  line: string;
  /** Where the text of a page ends. */
  bottom: () => number;
  /** Hangs the finished table in the structure of the document. */
  add: (table: PDFKit.PDFStructureElement) => void;
}

const SIZE = 8.5;
const ROOM = 3;
const GUTTER = 6;

/** A table that goes on over pages, with its headings on each of them; a row stays together. */
export function startTable(
  pdf: Document,
  columns: readonly { title: string; width: number }[],
  { left, width, ink, line, bottom, add }: Look,
) {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / whole) * width);
  const lefts = widths.map((_, index) => left + widths.slice(0, index).reduce((sum, before) => sum + before, 0));
  const titles = columns.map(({ title }) => title);
  const table = pdf.struct('Table');
  add(table);

  function heightOf(cells: readonly string[], font: 'bold' | 'regular'): number {
    pdf.font(font).fontSize(SIZE);
    const heights = cells.map((cell, index) =>
      pdf.heightOfString(cell || ' ', { width: (widths[index] ?? 0) - GUTTER }),
    );
    return Math.max(...heights) + 2 * ROOM;
  }

  function draw(cells: readonly string[], tag: 'TH' | 'TD', height: number): void {
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    for (const [index, cell] of cells.entries()) {
      row.add(
        pdf.struct(tag, {}, () => {
          pdf
            .font(tag === 'TH' ? 'bold' : 'regular')
            .fontSize(SIZE)
            .fillColor(ink)
            .text(cell, lefts[index], top + ROOM, { width: (widths[index] ?? 0) - GUTTER, height: height - ROOM });
        }),
      );
    }
    row.end();
    pdf.y = top + height;
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(left, pdf.y)
      .lineTo(left + width, pdf.y)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke();
    pdf.endMarkedContent();
    pdf.x = left;
  }

  const head = () => draw(titles, 'TH', heightOf(titles, 'bold'));
  head();

  return {
    row(cells: readonly string[]) {
      // A text longer than a page is cut off at its foot; the file for a spreadsheet has it whole.
      const height = Math.min(heightOf(cells, 'regular'), bottom() - pdf.page.margins.top - 40);
      if (pdf.y + height > bottom()) {
        pdf.addPage();
        head();
      }
      draw(cells, 'TD', height);
    },
    end: () => table.end(),
  };
}
