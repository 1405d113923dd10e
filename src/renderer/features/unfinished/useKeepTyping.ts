import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Keeps a form with every key, and not when it is filled by the program. */
export function useKeepTyping<Fields extends FieldValues>(
  form: UseFormReturn<Fields>,
  keep: (typed: Fields) => void,
): void {
  useEffect(() => {
    const { unsubscribe } = form.watch((_values, { name }) => {
      if (name) keep(form.getValues());
    });
    return unsubscribe;
  }, [form, keep]);
}
