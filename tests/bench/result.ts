export const rowNames = ['search', 'card', 'save', 'unlock', 'review', 'paint', 'start', 'memory', 'bundle'] as const;
export type RowName = (typeof rowNames)[number];

/** One line of the table. The names of the fields are those of the JSON that comes out. */
export interface Measured {
  row: RowName;
  /** The size of the practice; null where it makes no difference. */
  contacts: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  /** The same work, measured in turns with it, in unencrypted SQLite or an empty window; absent where there is none. */
  plain_p50_ms?: number;
  plain_p95_ms?: number;
  /** Against what the target compares with, in this very run. */
  ratio: number | null;
  target: string;
  pass: boolean;
  /** What else there is to know: the host, the parts of a sum, what it was compared with. */
  note?: string;
}

/** A row that cannot be measured here; the message says why. */
export class Unmeasurable extends Error {}

const roundedNumber = (value: number): number => Number(value.toPrecision(7));

/** As it is written to a file. */
export function rounded(measured: Measured): object {
  return Object.fromEntries(
    Object.entries(measured).map(([name, value]) => [name, typeof value === 'number' ? roundedNumber(value) : value]),
  );
}

function shown(value: number | null | undefined): string {
  return value?.toFixed(2) ?? '–';
}

const columns = ['row', 'contacts', 'p50 ms', 'p95 ms', 'plain p50', 'plain p95', 'ratio', 'target', ''];

function cells({ row, contacts, p50_ms, p95_ms, plain_p50_ms, plain_p95_ms, ratio, target, pass }: Measured): string[] {
  const size = contacts === null ? '–' : contacts.toLocaleString('en');
  const times = [p50_ms, p95_ms, plain_p50_ms, plain_p95_ms, ratio].map(shown);
  return [row, size, ...times, target, pass ? 'pass' : 'FAIL'];
}

/** The table as it is printed. */
export function tableOf(results: readonly Measured[]): string {
  const rows = [columns, ...results.map(cells)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number) => column > 0 && column < 7;
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ');
  return rows
    .map((row, index) => `${line(row)}${index > 0 ? `  ${results[index - 1]?.note ?? ''}` : ''}`.trimEnd())
    .join('\n');
}
