import { type FieldValues, get, set } from 'react-hook-form';
import { z } from 'zod';

/** What was changed in a form, by the path of its field; null is a number that was emptied. */
export const keptChanges = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type KeptChanges = z.infer<typeof keptChanges>;

function fieldsOf(value: unknown, path: readonly string[] = []): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, [...path, name]));
}

/** Only what was changed is kept, so that what a colleague saves meanwhile is not undone. */
export function changesOf(typed: FieldValues, stored: FieldValues): KeptChanges {
  const changed = fieldsOf(typed).filter(([path, value]) => !Object.is(value, get(stored, path)));
  return keptChanges.parse(
    Object.fromEntries(changed.map(([path, value]) => [path, Number.isNaN(value) ? null : value])),
  );
}

/** What is stored now with the changes on top; a change in a field that is no longer there, or another, is left out. */
export function withChanges<Fields extends FieldValues>(stored: Fields, changes: KeptChanges): Fields {
  const typed = structuredClone(stored);
  for (const [path, change] of Object.entries(changes)) {
    const value = change ?? Number.NaN;
    if (typeof get(stored, path) === typeof value) set(typed, path, value);
  }
  return typed;
}
