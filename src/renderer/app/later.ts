import { type ComponentType, createElement, lazy, useState } from 'react';

type Later<Props extends object> = ComponentType<Props> & { fetch: () => Promise<unknown> };

/** Something that the window does not start with: fetched when that is at rest, so that nobody waits for it. */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Later<Props> {
  let fetched: ComponentType<Props> | null = null;
  const fetchOnce = async () => {
    fetched ??= await fetch();
    return fetched;
  };
  const Late = lazy(async () => ({ default: await fetchOnce() }));
  function Shown(props: Props) {
    // What is there is shown at once: the key after the one that opened it is already for it.
    const [Component] = useState<ComponentType<Props>>(() => fetched ?? Late);
    return createElement(Component, props);
  }
  return Object.assign(Shown, { fetch: fetchOnce });
}
