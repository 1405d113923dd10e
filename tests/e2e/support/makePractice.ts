import { writeFileSync } from 'node:fs';
import { language } from '../../../src/shared/contract/base.ts';
import { openFolder } from './core.ts';
import { callers, practiceName, workers } from './people.ts';

const [, , folder, secretsFile, chosen] = process.argv;
if (!folder || !secretsFile) throw new Error('usage: makePractice.ts FOLDER SECRETS_FILE LANGUAGE');
const spoken = language.parse(chosen);

const HOUR = 3_600_000;
/** Always another day: what other scripts write earlier today must not come before the practice. */
const then = Date.now() - 36 * HOUR;
const { core, client } = await openFolder(folder, () => then);
const { karin, anna, bram } = workers;
await client.setup.create({ practiceName, managerName: karin.name, password: karin.password, language: spoken });
const pending = await client.setup.pendingRecoveryKey();
const recoveryKey = pending?.groups ?? [];
const { unlocked } = core.context.core.session;
const secrets = { recoveryKey, dataEncryptionKey: Buffer.from(unlocked?.dataEncryptionKey ?? []).toString('hex') };
writeFileSync(secretsFile, JSON.stringify(secrets));
await client.setup.confirmRecoveryKey({
  groups: (pending?.askedGroups ?? []).map((group) => recoveryKey[group - 1] ?? ''),
});
for (const { name, role, password } of [anna, bram]) await client.team.add({ name, role, password, language: spoken });
for (const { displayName, birthDate, number } of Object.values(callers)) {
  await client.callers.create({
    displayName,
    birthDate,
    numbers: [number],
    generalPractitioner: 'Zonnedal',
    generalPractitionerNumber: '',
    addressForm: '',
    spokenLanguage: '',
    checkFirst: 'geboortedatum en postcode',
    postalAddress: '',
    remark: '',
  });
}
await core.close();
