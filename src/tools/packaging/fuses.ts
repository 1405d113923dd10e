import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** The characters that stand for a fuse in the executable. */
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/** A switch of Electron that is burnt into the executable, as electron-builder names it, and what it was set to. */
export type Fuses = Record<string, boolean>;

/** The fuses that a built executable really has. */
export async function readFuses(executable: string): Promise<Fuses> {
  const wire: Record<string, unknown> = { ...(await getCurrentFuseWire(executable)) };
  return Object.fromEntries(
    Object.entries(FuseV1Options).flatMap(([name, index]) => {
      const state = wire[String(index)];
      return state === on || state === off ? [[nameForBuilder(name), state === on]] : [];
    }),
  );
}

/** The fuses that are not what was asked, as `name: what it is`. */
export function wrongFuses(asked: Fuses, found: Fuses): string[] {
  return Object.entries(asked).flatMap(([name, wanted]) =>
    found[name] === wanted ? [] : [`${name}: ${found[name] ?? 'absent'}`],
  );
}

function nameForBuilder(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
