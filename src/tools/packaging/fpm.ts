#!/usr/bin/env node
/**
 * Makes a Debian package with Debian's own dpkg-deb, from the part of fpm's command line that electron-builder uses.
 * fpm itself is fetched from the internet, and a closed machine has dpkg-deb already.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { sizeOf } from './contents.ts';

const one = { type: 'string' } as const;
const several = { type: 'string', multiple: true, default: [] as string[] } as const;
const kibibyte = 1024;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    input: { ...one, short: 's' },
    output: { ...one, short: 't' },
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    log: one,
    depends: { ...several, short: 'd' },
    'deb-recommends': several,
    'deb-compression': { ...one, default: 'xz' },
    'deb-priority': { ...one, default: 'optional' },
    architecture: { ...one, default: 'amd64' },
    'after-install': { ...one, default: '' },
    'after-remove': { ...one, default: '' },
    description: { ...one, default: '' },
    version: { ...one, default: '' },
    package: { ...one, default: '' },
    name: { ...one, default: '' },
    maintainer: { ...one, default: '' },
    vendor: one,
    url: { ...one, default: '' },
    license: one,
  },
});

const tree = mkdtempSync(join(tmpdir(), 'rugdekking-deb-'));
try {
  for (const mapping of positionals) copyInto(mapping);
  for (const folder of foldersIn(tree)) chmodSync(folder, 0o755);
  writeControl(sizeOf(tree));
  const { 'deb-compression': compression, package: file } = values;
  const options = ['--root-owner-group', `-Z${compression === 'gz' ? 'gzip' : compression}`, '--build', tree, file];
  const { status } = spawnSync('dpkg-deb', options, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(tree, { recursive: true, force: true });
}

/** `from=to`, where both may be folders. */
function copyInto(mapping: string): void {
  const [from = '', to = ''] = mapping.split('=');
  const target = join(tree, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  if (statSync(target).isFile()) chmodSync(target, 0o644);
}

function writeControl(bytes: number): void {
  const folder = join(tree, 'DEBIAN');
  mkdirSync(folder);
  const control = [
    `Package: ${values.name}`,
    `Version: ${values.version}`,
    `Architecture: ${values.architecture}`,
    `Maintainer: ${values.maintainer}`,
    `Installed-Size: ${Math.ceil(bytes / kibibyte)}`,
    ...listed('Depends', values.depends),
    ...listed('Recommends', values['deb-recommends']),
    'Section: misc',
    `Priority: ${values['deb-priority']}`,
    `Homepage: ${values.url}`,
    // What follows the first line is indented by a space.
    `Description: ${values.description.split('\n').filter(Boolean).join('\n ').replaceAll('\n  ', '\n ')}`,
  ];
  writeFileSync(join(folder, 'control'), `${control.join('\n')}\n`);
  cpSync(values['after-install'], join(folder, 'postinst'));
  cpSync(values['after-remove'], join(folder, 'postrm'));
  for (const script of ['postinst', 'postrm']) chmodSync(join(folder, script), 0o755);
}

function listed(field: string, names: string[]): string[] {
  return names.length > 0 ? [`${field}: ${names.join(', ')}`] : [];
}

function foldersIn(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true });
  const folders = inside.filter((entry) => entry.isDirectory());
  return [folder, ...folders.map(({ parentPath, name }) => join(folder, relative(folder, join(parentPath, name))))];
}
