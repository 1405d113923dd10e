import type { MantineColorSchemeManager } from '@mantine/core';

/** The scheme belongs to the worker who unlocked the app and comes with the session; the browser stores nothing. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
