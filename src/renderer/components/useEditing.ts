import { useState } from 'react';

/** One of a list that is changed, made (`null`) or asked to be removed. */
export type Editing<Item> = { dialog: 'edit'; item: Item | null } | { dialog: 'remove'; item: Item };

/** Which dialog of a list is open, and in words what the last one did. */
export function useEditing<Item>() {
  const [open, setOpen] = useState<Editing<Item> | null>(null);
  const [done, setDone] = useState('');
  const close = () => setOpen(null);
  const finish = (text: string) => {
    setDone(text);
    close();
  };
  return { open, setOpen, done, close, finish };
}
