import { copyFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createI18n } from '../shared/i18n/index.ts';
import { terminalLanguage } from '../shared/i18n/terminal.ts';
import { billOfMaterialsFile, licencesFile, thirdPartyFolder, writeThirdParty } from './packaging/billOfMaterials.ts';
import { type Installer, makeInstaller, makeUnpacked, packagedElectron, type Where } from './packaging/builder.ts';
import {
  budget,
  inMegabytes,
  listContents,
  type Sizes,
  type System,
  sizeOf,
  sizesOf,
  wrongContents,
} from './packaging/contents.ts';
import { readFuses, wrongFuses } from './packaging/fuses.ts';
import { build, root } from './run.ts';

const installers: Record<System, Installer[]> = { linux: ['AppImage', 'deb'], win: ['nsis', 'portable'] };
const anyInstaller = z.enum(['AppImage', 'deb', 'nsis', 'portable']);

const t = createI18n(terminalLanguage(process.env)).t;
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    target: { type: 'string', multiple: true, default: [] },
    output: { type: 'string', default: 'dist' },
    config: { type: 'string', default: 'electron-builder.yml' },
  },
});
const where: Where = { output: values.output, config: values.config };
const asked = z.array(anyInstaller).parse(values.target);

// Not as `exitCode`, which a part of electron-builder overrules with its own end, always a good one.
process.exit(build() && (await makeAll()) ? 0 : 1);

async function makeAll(): Promise<boolean> {
  let allMade = true;
  for (const system of systems()) allMade = (await makeFor(system)) && allMade;
  return allMade;
}

function systems(): System[] {
  const chosen: System[] = [...(values.linux ? (['linux'] as const) : []), ...(values.win ? (['win'] as const) : [])];
  if (chosen.length > 0) return chosen;
  return [process.platform === 'win32' ? 'win' : 'linux'];
}

/** The program first, looked at before anything is made of it; then each installer by itself. */
async function makeFor(system: System): Promise<boolean> {
  const folder = await attempt('dir', () => makeChecked(system));
  if (!folder || values.dir) return folder !== null;
  const made: boolean[] = [];
  for (const installer of installers[system].filter((one) => asked.length === 0 || asked.includes(one))) {
    const files = await attempt(installer, () => makeInstaller(system, installer, folder, where));
    made.push(files?.every(isLightEnough) ?? false);
  }
  return made.every(Boolean);
}

/** The folder of the unpacked program; throws what is wrong with it. */
async function makeChecked(system: System): Promise<string> {
  const { components, withoutText } = writeThirdParty(packagedElectron(system));
  const { folder, executable, askedFuses } = await makeUnpacked(system, where);
  const sizes = sizesOf(folder);
  const wrong = [
    ...wrongFuses(askedFuses, await readFuses(executable)).map((fuse) => t('start:packaging.wrongFuse', { fuse })),
    ...wrongContents(listContents(folder), system),
    ...tooHeavy(sizes),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  console.log(t('start:packaging.fuses', { count: Object.keys(askedFuses).length }));
  console.log(t('start:packaging.components', { count: components }));
  if (withoutText.length > 0) console.log(t('start:packaging.withoutText', { names: withoutText.join(', ') }));
  for (const file of [billOfMaterialsFile, licencesFile])
    copyFileSync(join(thirdPartyFolder, file), join(resolve(root, where.output), `rugdekking-${system}-${file}`));
  return folder;
}

function tooHeavy(sizes: Sizes): string[] {
  return (['program', 'unpacked'] as const).flatMap((part) => {
    const figures = { part, size: inMegabytes(sizes[part]), budget: inMegabytes(budget[part]) };
    console.log(t('start:packaging.size', figures));
    return sizes[part] > budget[part] ? [t('start:packaging.tooHeavy', figures)] : [];
  });
}

function isLightEnough(file: string): boolean {
  const figures = { part: basename(file), size: inMegabytes(sizeOf(file)), budget: inMegabytes(budget.installer) };
  console.log(t('start:packaging.size', figures));
  const light = sizeOf(file) <= budget.installer;
  if (!light) console.error(t('start:packaging.tooHeavy', figures));
  return light;
}

/** Null when it could not be made here; then it is said what that needs, and the others are made all the same. */
async function attempt<Made>(target: 'dir' | Installer, make: () => Promise<Made>): Promise<Made | null> {
  try {
    const made = await make();
    console.log(t('start:packaging.made', { target, folder: resolve(root, where.output) }));
    return made;
  } catch (error) {
    console.error(`⨯ ${error instanceof Error ? error.message : error}`);
    console.error(t('start:packaging.notMade', { target, needs: t(`start:packaging.needs.${target}`) }));
    return null;
  }
}
