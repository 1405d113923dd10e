import { existsSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import packageJson from '../../../package.json' with { type: 'json' };
import { electronFolder, electronVersion } from '../electron.ts';
import { isThere, root } from '../run.ts';
import type { System } from './contents.ts';
import type { Fuses } from './fuses.ts';

export type Installer = 'AppImage' | 'deb' | 'nsis' | 'portable';

export interface Where {
  /** The folder that everything is made in. */
  output: string;
  /** Another configuration than the usual one; it names that itself, with `extends`. */
  config: string;
}

export interface Unpacked {
  folder: string;
  executable: string;
  askedFuses: Fuses;
}

const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS };
const executables: Record<System, string> = { linux: 'rugdekking', win: 'Rugdekking.exe' };
/** Electron's own name for its program. */
const electronExecutables: Record<System, string> = { linux: 'electron', win: 'electron.exe' };

/** The version of Electron that goes into a package for that system. */
export function packagedElectron(system: System): string {
  const folder = ownElectron(system);
  return folder ? electronVersion(folder) : packageJson.devDependencies.electron;
}

/** Makes the program as it stands on the disk of a user. */
export async function makeUnpacked(system: System, { output, config }: Where): Promise<Unpacked> {
  let askedFuses: Fuses = {};
  await run(system, 'dir', {
    ...base(output, config),
    ...electronToUse(system),
    // An Electron that is here already may hold an application of its own.
    afterExtract: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
    afterPack: ({ packager }) => {
      askedFuses = { ...packager.config.electronFuses };
    },
  });
  const folder = join(resolve(root, output), `${system}-unpacked`);
  return { folder, executable: join(folder, executables[system]), askedFuses };
}

/** Wraps what was made and looked at, so that every installer holds the same. Gives the files that were made. */
export function makeInstaller(
  system: System,
  installer: Installer,
  unpacked: string,
  { output, config }: Where,
): Promise<string[]> {
  if (installer === 'deb') preferDpkg();
  return run(system, installer, { ...base(output, config), ...electronToUse(system) }, unpacked);
}

function run(system: System, target: string, config: Configuration, prepackaged?: string): Promise<string[]> {
  const targets = platforms[system].createTarget([target], Arch.x64);
  return build({ projectDir: root, targets, publish: 'never', config, prepackaged });
}

const base = (output: string, config: string): Configuration => ({
  extends: config,
  directories: { output, buildResources: join('resources', 'icons') },
});

function electronToUse(system: System): Configuration {
  const folder = ownElectron(system);
  return folder ? { electronDist: folder, electronVersion: electronVersion(folder) } : {};
}

/** The Electron that is here already, when it is one for that system. */
function ownElectron(system: System): string | null {
  const folder = electronFolder(electronExecutables[system]);
  return folder && existsSync(join(folder, 'version')) ? folder : null;
}

/** Where Debian's own tool is, nothing has to be fetched; its stand-in for fpm runs on the Node that runs this. */
function preferDpkg(): void {
  if (process.env.CUSTOM_FPM_PATH || !isThere('dpkg-deb')) return;
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  process.env.CUSTOM_FPM_PATH = join(import.meta.dirname, 'fpm.ts');
}
