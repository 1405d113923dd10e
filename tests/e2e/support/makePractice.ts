import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../../src/main/core/core.ts';
import { callers, practiceName, workers } from './people.ts';

const [, , folder, secretsFile] = process.argv;
if (!folder || !secretsFile) throw new Error('usage: makePractice.ts FOLDER SECRETS_FILE');

const core = await openCore({
  dataFolder: folder,
  clock: Date.now,
  host: {
    state: () => {
      throw new Error('there are no windows here');
    },
    setAlwaysOnTop() {},
    setBar() {},
    setShortcut: () => false,
    openReview: () => null,
    copyBriefly: () => false,
    idleSeconds: () => null,
  },
  workerFile: new URL('../../../src/main/core/worker.ts', import.meta.url),
  resourcesFolder: path.join(import.meta.dirname, '../../../resources'),
  appVersion: '0.0.0-test',
});
const client = createRouterClient(core.router, { context: core.context });

const { karin, anna, bram } = workers;
await client.setup.create({ practiceName, managerName: karin.name, password: karin.password, language: 'nl' });
const pending = await client.setup.pendingRecoveryKey();
const recoveryKey = pending?.groups ?? [];
const { unlocked } = core.context.core.session;
const secrets = { recoveryKey, dataEncryptionKey: Buffer.from(unlocked?.dataEncryptionKey ?? []).toString('hex') };
writeFileSync(secretsFile, JSON.stringify(secrets));
await client.setup.confirmRecoveryKey({
  groups: (pending?.askedGroups ?? []).map((group) => recoveryKey[group - 1] ?? ''),
});
for (const { name, role, password } of [anna, bram]) await client.team.add({ name, role, password, language: 'nl' });
for (const { displayName, birthDate, number } of Object.values(callers)) {
  await client.callers.create({
    displayName,
    birthDate,
    numbers: [number],
    generalPractitioner: 'Zonnedal',
    addressForm: '',
    spokenLanguage: '',
    checkFirst: 'geboortedatum en postcode',
    remark: '',
  });
}
await core.close();
