import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createI18n } from '../shared/i18n/index.ts';
import { terminalLanguage } from '../shared/i18n/terminal.ts';
import { electronFolder, electronVersion } from './electron.ts';
import { build, root } from './run.ts';

type System = 'linux' | 'win';
type Target = 'dir' | 'AppImage' | 'deb' | 'nsis' | 'portable';

const installers: Record<System, Target[]> = { linux: ['AppImage', 'deb'], win: ['nsis', 'portable'] };

const t = createI18n(terminalLanguage(process.env)).t;
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
  },
});

process.exitCode = build() && makeAll() ? 0 : 1;

/** Makes each package by itself, so that one that cannot be made here does not keep the others from it. */
function makeAll(): boolean {
  const made = systems().flatMap((system) => {
    const targets: Target[] = values.dir ? ['dir'] : installers[system];
    return targets.map((target) => ({ target, made: make(system, target) }));
  });
  for (const { target, made: succeeded } of made) {
    if (succeeded) console.log(t('start:packaging.made', { target, folder: join(root, 'dist') }));
    else console.error(t('start:packaging.notMade', { target, needs: t(`start:packaging.needs.${target}`) }));
  }
  return made.every(({ made: succeeded }) => succeeded);
}

function systems(): System[] {
  const asked: System[] = [...(values.linux ? (['linux'] as const) : []), ...(values.win ? (['win'] as const) : [])];
  if (asked.length > 0) return asked;
  return [process.platform === 'win32' ? 'win' : 'linux'];
}

function make(system: System, target: Target): boolean {
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const options = [builder, `--${system}`, target, '--publish', 'never', ...electronOptions(system)];
  return spawnSync(process.execPath, options, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** The Electron that is here already, when it is one for that system. */
function electronOptions(system: System): string[] {
  const folder = electronFolder();
  const executable = system === 'win' ? 'electron.exe' : 'electron';
  if (!folder || !existsSync(join(folder, executable))) return [];
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${electronVersion(folder)}`];
}
