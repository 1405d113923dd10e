import { parseArgs } from 'node:util';
import { type RowName, rowNames } from './result.ts';

export const usage = `npm run bench [-- --contacts N,N,N] [--rows ROW,ROW] [--json FILE] [--stores DIR] [--strict]

Measures the performance targets, as ratios within this run wherever a target is one.
  --contacts  the sizes of the practices to measure on (10000,100000,1000000)
  --rows      some of: ${rowNames.join(', ')} (all)
  --json      also write the results to this file
  --stores    keep the practices in this folder, and use those that an earlier run left there
  --strict    end with 1 when a row fails`;

export interface BenchOptions {
  sizes: number[];
  rows: RowName[];
  json: string | null;
  stores: string | null;
  strict: boolean;
}

/** What was typed is not right; the message says what to type instead. */
export class Mistake extends Error {}

function readSizes(typed: string): number[] {
  return typed.split(',').map((size) => {
    if (!/^[1-9]\d{0,7}$/.test(size))
      throw new Mistake(`--contacts ${size}: give whole numbers, such as 10000,100000.`);
    return Number(size);
  });
}

function readRows(typed: string): RowName[] {
  const asked = typed.split(',');
  const unknown = asked.find((name) => !rowNames.some((row) => row === name));
  if (unknown !== undefined) throw new Mistake(`--rows ${unknown}: choose from ${rowNames.join(', ')}.`);
  return rowNames.filter((row) => asked.includes(row));
}

/** Null when the help was asked for. */
export function readOptions(args: string[]): BenchOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let values: { contacts?: string; rows?: string; json?: string; stores?: string; strict: boolean; help: boolean };
  try {
    const options = { contacts: text, rows: text, json: text, stores: text, strict: flag, help: flag };
    values = parseArgs({ args, options }).values;
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : 'An argument is not right.');
  }
  if (values.help) return null;
  return {
    sizes: readSizes(values.contacts ?? '10000,100000,1000000'),
    rows: readRows(values.rows ?? rowNames.join(',')),
    json: values.json ?? null,
    stores: values.stores ?? null,
    strict: values.strict,
  };
}
