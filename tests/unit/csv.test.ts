import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCsv } from '../../src/main/core/features/exports/csv.ts';
import type { Cell, ExportTable } from '../../src/main/core/features/exports/table.ts';

const table = (rows: Cell[][], sections = [{ title: 'Alles', rows }]): ExportTable => ({
  ...{ title: 'Incidenten', from: '2026-11-01', lastDay: '2026-11-30', remarks: [] },
  columns: [
    { title: 'Beller', width: 1 },
    { title: 'Per 100', width: 1 },
  ],
  sections,
});
const text = (made: ExportTable): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(asCsv(made, 'Deel'));

/** Reads a file as a spreadsheet does: letter by letter, a quote in a text stands twice. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const letters = [...csv.replace('\uFEFF', '')];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    if (letter === '"' && quoted && letters[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === ';' || letter === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (letter === '\n') rows.push([]);
    else cell += letter;
  }
  return rows.slice(0, -1);
}

describe('a file for a spreadsheet', () => {
  test('begins with the mark of UTF-8, and has semicolons, decimal commas and Windows line ends', () => {
    const csv = text(table([['Zwaantje "Zus" Regenkamp', 2.8]]));
    expect(csv).toBe('\uFEFF"Beller";"Per 100"\r\n"Zwaantje ""Zus"" Regenkamp";"2,8"\r\n');
  });

  test('says of which section a row is when there are several', () => {
    const sections = [
      { title: 'Tijdlijn', rows: [['week 1', 1]] },
      { title: 'Naar oorzaak', rows: [['wachttijd', null]] },
    ];
    expect(cellsOf(text(table([], sections)))).toEqual([
      ['Deel', 'Beller', 'Per 100'],
      ['Tijdlijn', 'week 1', '1'],
      ['Naar oorzaak', 'wachttijd', ''],
    ]);
  });

  test.each(['=1+1', '+31612345678', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =cmd|calc', ' @x', '＝1+1'])(
    'makes text of %j',
    (formula) => {
      expect(cellsOf(text(table([[formula, 1]])))[1]?.[0]).toBe(`'${formula}`);
    },
  );

  test('never holds a cell that could be taken for a formula, and no text ends its cell', () => {
    const piece = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ';', ',', 'a', '1', '＝', '\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const typed = pieces.join('');
        const rows = cellsOf(text(table([[typed, 'einde']])));
        expect(rows).toEqual([
          ['Beller', 'Per 100'],
          [expect.stringMatching(/^(?!\s*[=+\-@＝])/), 'einde'],
        ]);
        expect([typed, `'${typed}`]).toContain(rows[1]?.[0]);
      }),
    );
  });
});
