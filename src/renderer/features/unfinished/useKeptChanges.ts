import { safe } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { SaveState } from '../../app/saver.ts';
import { changesOf, type KeptChanges, withChanges } from './keptChanges.ts';
import type { Typing } from './Unfinished.tsx';
import { useKeepTyping } from './useKeepTyping.ts';

export interface Kept {
  /** Something is typed that is not stored. */
  changed: boolean;
  /** Goes back to what is stored. */
  undo: () => void;
  /** What stands there is stored now. */
  saved: () => void;
  /** Of what is typed. */
  saveState: SaveState;
}

/**
 * Keeps the changes in a form that always stands open over what is stored, and begins with those that were typed
 * before. What somebody else saves meanwhile comes in around them.
 * @param form begins with `withChanges(stored, typing.start)`
 * @param stored the same object until what is stored changes
 */
export function useKeptChanges<Fields extends FieldValues, Sent>(
  form: UseFormReturn<Fields, unknown, Sent>,
  stored: Fields,
  typing: Typing<KeptChanges>,
): Kept {
  const [changes, setChanges] = useState(typing.start);

  useKeepTyping(form, (typed) => {
    const changed = changesOf(typed, stored);
    setChanges(changed);
    typing.keep(changed);
  });

  const shown = useRef(stored);
  useEffect(() => {
    if (shown.current === stored) return;
    shown.current = stored;
    form.reset(withChanges(stored, changes));
  }, [form, stored, changes]);

  function drop(): void {
    setChanges({});
    void safe(typing.drop());
  }
  return {
    changed: Object.keys(changesOf(withChanges(stored, changes), stored)).length > 0,
    undo() {
      form.reset(stored);
      drop();
    },
    saved: drop,
    saveState: typing.saveState,
  };
}
