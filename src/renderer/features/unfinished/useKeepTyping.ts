import { useLayoutEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Keeps a form with every key from the moment it can be seen, and not when it is filled by the program. */
export function useKeepTyping<Fields extends FieldValues, Sent>(
  form: UseFormReturn<Fields, unknown, Sent>,
  keep: (typed: Fields) => void,
): void {
  useLayoutEffect(() => {
    const { unsubscribe } = form.watch((_values, { name }) => {
      if (name) keep(form.getValues());
    });
    return unsubscribe;
  }, [form, keep]);
}
