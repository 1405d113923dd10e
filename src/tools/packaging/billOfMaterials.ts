import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { root } from '../run.ts';
import { type Bundled, refOf, shippedPackages } from './shippedPackages.ts';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  licenses?: unknown[];
  [other: string]: unknown;
}

interface BillOfMaterials {
  metadata: { component: Component; [other: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
  [other: string]: unknown;
}

/** Where electron-builder takes them from. */
export const thirdPartyFolder = join(root, 'out', 'thirdParty');
export const billOfMaterialsFile = 'sbom.cdx.json';
export const licencesFile = 'licences.txt';

/** Writes what the package is made of, as CycloneDX, and the licence of every part of it. */
export function writeThirdParty(electronVersion: string): { components: number; withoutText: string[] } {
  const used = shippedPackages();
  const bill = billOfMaterials(used, electronVersion);
  rmSync(thirdPartyFolder, { recursive: true, force: true });
  mkdirSync(thirdPartyFolder, { recursive: true });
  writeFileSync(join(thirdPartyFolder, billOfMaterialsFile), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(thirdPartyFolder, licencesFile), licences(used));
  return { components: bill.components.length, withoutText: used.filter(({ text }) => !text).map(refOf) };
}

/** npm knows the origin and the checksum of everything that is installed; what ships is picked from that. */
function billOfMaterials(used: Bundled[], electronVersion: string): BillOfMaterials {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  const installed: BillOfMaterials = JSON.parse(stdout);
  const byRef = new Map(installed.components.map((component) => [component['bom-ref'], component]));
  const shipped = used.map((one) => {
    const component = byRef.get(refOf(one));
    if (!component) throw new Error(`npm sbom does not know ${refOf(one)}, which is in the bundles`);
    return { ...component, scope: 'required' };
  });
  const refs = new Set(shipped.map((component) => component['bom-ref']));
  return {
    ...installed,
    metadata: {
      ...installed.metadata,
      component: { ...installed.metadata.component, type: 'application', name: 'Rugdekking' },
    },
    components: [...shipped, ...insideOthers(electronVersion)],
    dependencies: installed.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
}

/** What ships without being a package of its own, so that an alarm about it can be heard. */
function insideOthers(electronVersion: string): Component[] {
  const database = new Database(':memory:');
  const version = (query: string) => String(database.prepare(query).pluck().get());
  const sqlite = version('select sqlite_version()');
  const ciphers = version('select sqlite3mc_version()').replace(/^\D*/, '');
  database.close();
  return [
    part('framework', 'electron', electronVersion, 'MIT', `pkg:npm/electron@${electronVersion}`),
    part('library', 'sqlite', sqlite, 'blessing', `pkg:generic/sqlite@${sqlite}`),
    part('library', 'sqlite3multipleciphers', ciphers, 'MIT', `pkg:generic/sqlite3multipleciphers@${ciphers}`),
  ];
}

function part(type: string, name: string, version: string, license: string, purl: string): Component {
  return { 'bom-ref': refOf({ name, version }), type, name, version, purl, licenses: [{ license: { id: license } }] };
}

function licences(used: Bundled[]): string {
  const font = readFileSync(join(root, 'resources', 'fonts', 'LICENSE.txt'), 'utf8');
  const parts = used.map(({ name, version, identifier, text }) => {
    const heading = `${name} ${version}${identifier ? ` (${identifier})` : ''}`;
    return `${heading}\n\n${text ?? 'This package comes without the text of its licence.'}`;
  });
  const chromium =
    'Electron, with Chromium and Node.js: see LICENSE.electron.txt and LICENSES.chromium.html beside the program.';
  return `${[...parts, `Inter, the letter of documents (OFL-1.1)\n\n${font.trim()}`, chromium].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
