import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Typing } from './Unfinished.tsx';
import { useKeepTyping } from './useKeepTyping.ts';

/** Keeps the changes in a form that always stands open, and begins with those that were typed before. */
export function useKeptChanges<Fields extends FieldValues>(form: UseFormReturn<Fields>, typing: Typing<Fields>): void {
  const { start, resumed } = typing;
  const [typedBefore] = useState(resumed ? start : null);
  useKeepTyping(form, typing.keep);
  useEffect(() => {
    // What is stored stays what "Herstel" goes back to.
    if (typedBefore) form.reset(typedBefore, { keepDefaultValues: true });
  }, [form, typedBefore]);
}
