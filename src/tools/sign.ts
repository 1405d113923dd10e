import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import sodium from 'libsodium-wrappers-sumo';
import packageJson from '../../package.json' with { type: 'json' };
import { createI18n } from '../shared/i18n/index.ts';
import { terminalLanguage } from '../shared/i18n/terminal.ts';
import { signatureFileOf, updateSignature, updateStatement } from '../shared/updateSignature.ts';

const systems: Record<string, string> = { '.exe': 'win32-x64', '.deb': 'linux-x64', '.AppImage': 'linux-x64' };

const t = createI18n(terminalLanguage(process.env)).t;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'new-key': { type: 'string' },
    key: { type: 'string' },
    version: { type: 'string', default: packageJson.version },
  },
});

await sodium.ready;
if (values['new-key']) makeKey(values['new-key']);
else if (values.key && positionals.length > 0) for (const file of positionals) await sign(file, readKey(values.key));
else {
  console.error(t('start:signing.usage'));
  process.exitCode = 1;
}

/** The secret half goes into a file that only its owner reads, and never over another one. */
function makeKey(file: string): void {
  const { privateKey, publicKey } = sodium.crypto_sign_keypair();
  writeFileSync(file, `${Buffer.from(privateKey).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  console.log(t('start:signing.made', { file, key: Buffer.from(publicKey).toString('base64') }));
}

function readKey(file: string): Uint8Array {
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
}

async function sign(file: string, key: Uint8Array): Promise<void> {
  const system = Object.entries(systems).find(([ending]) => file.endsWith(ending))?.[1];
  if (!system) throw new Error(t('start:signing.unknownKind', { name: basename(file) }));
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const statement = { version: values.version, system, sha512: hash.digest('hex') };
  const signature = sodium.crypto_sign_detached(updateStatement(statement), key);
  const signed = updateSignature.parse({ ...statement, signature: Buffer.from(signature).toString('base64') });
  writeFileSync(signatureFileOf(file), `${JSON.stringify(signed, null, 2)}\n`);
  console.log(t('start:signing.signed', { name: basename(signatureFileOf(file)), version: values.version, system }));
}
