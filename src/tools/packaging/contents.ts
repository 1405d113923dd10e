import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';

export type System = 'linux' | 'win';

export const platformOf: Record<System, string> = { linux: 'linux', win: 'win32' };

const megabyte = 1_000_000;

/**
 * What a package may weigh. Electron itself is most of it; what is ours has a limit of its own, so that a library too
 * many shows, and an installer is fetched over the line of a small practice.
 */
export const budget = { program: 20 * megabyte, unpacked: 340 * megabyte, installer: 130 * megabyte };

/** Everything the program itself may consist of. */
const inArchive = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\/.+\.(js|mjs|cjs|html|css|woff2|png)$/,
  /^resources\/fonts\/(.+\.ttf|LICENSE\.txt)$/,
  /^resources\/icons\/.+\.png$/,
  /^node_modules\/(better-sqlite3|libsodium-sumo|libsodium-wrappers-sumo)\/(package\.json|LICENSE|(lib|dist)\/.+\.m?js)$/,
];
const besideArchive = /^(app\.asar|app\.asar\.unpacked|thirdParty|elevate\.exe|apparmor-profile|package-type)$/;

/** Without these the program does not start, keeps nothing or opens nothing. */
const indispensable = [
  'out/main/index.js',
  'out/main/worker.js',
  'out/preload/index.cjs',
  'out/renderer/desk.html',
  'out/renderer/review.html',
  'node_modules/libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.mjs',
];

export interface Listing {
  /** In `app.asar`, and unpacked beside it. */
  archive: string[];
  /** Right in the folder `resources`. */
  resources: string[];
  /** The first bytes of every native module, by its name in the archive. */
  native: Map<string, Buffer>;
}

/** What a package holds too much or too little, in words for whoever builds it. */
export function wrongContents({ archive, resources, native }: Listing, system: System, arch = 'x64'): string[] {
  const wanted = `node_modules/better-sqlite3/prebuilds/${platformOf[system]}-${arch}.node`;
  const foreign = archive.filter((file) => file !== wanted && !inArchive.some((allowed) => allowed.test(file)));
  const missing = [...indispensable, wanted].filter((file) => !archive.includes(file));
  const beside = resources.filter((name) => !besideArchive.test(name));
  const store = native.get(wanted);
  return [
    ...foreign.map((file) => `does not belong in it: ${file}`),
    ...beside.map((file) => `does not belong in it: resources/${file}`),
    ...missing.map((file) => `is not in it: ${file}`),
    ...(store && !isFor(store, system) ? [`is not for ${system}: ${wanted}`] : []),
  ];
}

/** ELF and PE say in their first bytes which system they are for. */
function isFor(start: Buffer, system: System): boolean {
  return start
    .subarray(0, 4)
    .toString('latin1')
    .startsWith(system === 'win' ? 'MZ' : '\x7fELF');
}

/** Reads what an unpacked package holds. */
export function listContents(unpacked: string): Listing {
  const resources = join(unpacked, 'resources');
  const archive = listPackage(join(resources, 'app.asar'), { isPack: false })
    .map((file) => file.replaceAll('\\', '/').replace(/^\//, ''))
    // Folders are listed too; what is in them tells that they are folders.
    .filter((file, _index, all) => !all.some((other) => other.startsWith(`${file}/`)))
    .filter((file) => file.includes('.') || /LICENSE$/.test(file));
  const native = archive.filter((file) => file.endsWith('.node'));
  return {
    archive,
    resources: readdirSync(resources),
    native: new Map(native.map((file) => [file, firstBytes(join(resources, 'app.asar.unpacked', file))])),
  };
}

function firstBytes(file: string): Buffer {
  const start = Buffer.alloc(4);
  const opened = openSync(file, 'r');
  readSync(opened, start);
  closeSync(opened);
  return start;
}

export interface Sizes {
  /** The archive and what is unpacked beside it: everything that is not Electron. */
  program: number;
  unpacked: number;
}

export function sizesOf(unpacked: string): Sizes {
  const resources = join(unpacked, 'resources');
  return { program: sizeOf(resources), unpacked: sizeOf(unpacked) };
}

export function sizeOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
    return entry.isSymbolicLink() ? sum : sum + sizeOf(join(path, entry.name));
  }, 0);
}

export const inMegabytes = (bytes: number): string => (bytes / megabyte).toFixed(1);
