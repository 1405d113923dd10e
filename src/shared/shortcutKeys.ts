/** `Ctrl+Alt+R`, as it stands on the keys. */
export const keysOf = (accelerator: string): string => accelerator.replace('Control', 'Ctrl');
