export const rowNames = ['search', 'card', 'save', 'unlock', 'review', 'paint', 'start', 'memory', 'bundle'] as const;
export type RowName = (typeof rowNames)[number];

/** One line of the table. The names of the fields are those of the JSON that comes out. */
export interface Measured {
  row: RowName;
  /** The size of the practice; null where it makes no difference. */
  contacts: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  /** Against what the target compares with, in this very run. */
  ratio: number | null;
  target: string;
  pass: boolean;
  /** What else there is to know: the host, the parts of a sum, what it was compared with. */
  note?: string;
}

/** A row that cannot be measured here; the message says why. */
export class Unmeasurable extends Error {}

function round(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}

export function rounded(measured: Measured): Measured {
  const { p50_ms, p95_ms, ratio } = measured;
  return { ...measured, p50_ms: round(p50_ms), p95_ms: round(p95_ms), ratio: round(ratio) };
}

function shown(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

const columns = ['row', 'contacts', 'p50 ms', 'p95 ms', 'ratio', 'target', ''];

function cells({ row, contacts, p50_ms, p95_ms, ratio, target, pass }: Measured): string[] {
  const size = contacts === null ? '–' : contacts.toLocaleString('en');
  return [row, size, shown(p50_ms, 2), shown(p95_ms, 2), shown(ratio, 2), target, pass ? 'pass' : 'FAIL'];
}

/** The table as it is printed. */
export function tableOf(results: readonly Measured[]): string {
  const rows = [columns, ...results.map(cells)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number) => column > 0 && column < 5;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return rows
    .map((row, index) => `${line(row)}${index > 0 ? `  ${results[index - 1]?.note ?? ''}` : ''}`.trimEnd())
    .join('\n');
}
