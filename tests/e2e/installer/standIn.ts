import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const english = { lang: 1033, codepage: 1200 };
/** How the place of the fuses is found in the executable, the version and the number of them, and each of them off. */
const fuses = new TextEncoder().encode(`dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09${'0'.repeat(9)}`).buffer;
const rawData = 10;

/**
 * A folder that looks like Electron for Windows to whoever packages with it: the program in it is empty but for what is
 * written into it. What is in a package for Windows can so be seen where that Electron cannot be had.
 */
export function windowsStandIn(version: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-electron-'));
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const strings = [{ ...english, values: { FileDescription: 'Electron' } }];
  Resource.VersionInfo.create({ lang: english.lang, fixedInfo: {}, strings }).outputToResourceEntries(
    resources.entries,
  );
  resources.entries.push({ type: rawData, id: 1, ...english, bin: fuses });
  resources.outputResource(program);
  writeFileSync(path.join(folder, 'electron.exe'), Buffer.from(program.generate()));
  writeFileSync(path.join(folder, 'version'), version);
  for (const inside of ['locales', 'resources']) mkdirSync(path.join(folder, inside));
  for (const locale of ['nl', 'en-US', 'fr']) writeFileSync(path.join(folder, 'locales', `${locale}.pak`), '');
  return folder;
}
