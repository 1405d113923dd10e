import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';

/** What the bundler writes of each package that it took something from. */
export interface Bundled {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

const bundles = ['main', 'preload', 'renderer'];
/** In the package as they are, outside the bundles. */
const unbundled = ['better-sqlite3', 'libsodium-sumo', 'libsodium-wrappers-sumo'];

/** Every package of which something is in the program, by the build that was made last. */
export function shippedPackages(): Bundled[] {
  return [...bundledPackages(), ...unbundled.map(installedPackage)].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function bundledPackages(): Bundled[] {
  const all = bundles.flatMap((bundle): Bundled[] =>
    JSON.parse(readFileSync(join(root, 'out', bundle, 'licenses.json'), 'utf8')),
  );
  return [...new Map(all.map((bundled) => [refOf(bundled), bundled])).values()];
}

function installedPackage(folder: string): Bundled {
  const read = (file: string) => readFileSync(join(root, 'node_modules', folder, file), 'utf8');
  const { name, version, license } = JSON.parse(read('package.json'));
  return { name, version, identifier: license, text: read('LICENSE').trim() };
}

export const refOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`;
