/**
 * The modules that Electron was told to load before the program (`-r file`), as arguments for another thread.
 * Electron loads them on the main thread only, unlike Node.
 */
export function modulesToLoadFirst(programArguments: readonly string[]): string[] {
  return programArguments.flatMap((argument, index) => {
    const file = programArguments[index + 1];
    return argument === '-r' && file ? ['-r', file] : [];
  });
}
