import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { openCore } from '../../src/main/core/core.ts';
import { dieAtStep } from './dieAtStep.ts';
import { testOptions } from './options.ts';
import { aCaller, aDraft, anIncident } from './samples.ts';

/**
 * A core in a process of its own, to be killed at any moment. Everything that it was told is saved it writes to its
 * output, one line of JSON each; what stands there must be found again.
 */
const [, , task = '', folder = '', userId = '1', key = '', lastStep = '0'] = process.argv;
const core = await openCore(testOptions(folder, Date.now));
const client = createRouterClient(core.router, { context: core.context });

function acknowledge(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function setUp(): Promise<void> {
  acknowledge({ started: true });
  const form = { practiceName: 'Oefenpraktijk De Linde', managerName: 'Karin', language: 'nl' as const };
  await client.setup.create({ ...form, password: 'kiezelstenen-zijn-grijs' });
  acknowledge({ done: true });
}

async function work(): Promise<void> {
  await core.context.core.session.unlock(Number(userId), new Uint8Array(Buffer.from(key, 'hex')));
  const draft = aDraft();
  for (let nth = 1; ; nth += 1) {
    await client.contacts.saveDraft({ ...draft, text: `Versie ${nth}` });
    acknowledge({ draft: draft.id, version: nth });
    if (nth % 4 !== 0) continue;
    const newCaller = { displayName: `Beller ${nth}`, number: '', birthDate: null };
    const { incidentId, callerId } = await client.incidents.record(anIncident({ newCaller }));
    acknowledge({ incidentId, callerId });
    const { contactId } = await client.contacts.save(aDraft({ callerId, text: `Gesprek ${nth}` }));
    acknowledge({ contactId, callerId, text: `Gesprek ${nth}` });
  }
}

async function backUp(): Promise<void> {
  await core.context.core.session.unlock(Number(userId), new Uint8Array(Buffer.from(key, 'hex')));
  await client.callers.create(aCaller());
  for (;;) acknowledge(await client.backup.make());
}

async function renewKeys(): Promise<void> {
  await core.context.core.session.unlock(Number(userId), new Uint8Array(Buffer.from(key, 'hex')));
  acknowledge({ started: true });
  const steps = dieAtStep(Number(lastStep));
  await client.keys.renew();
  acknowledge({ renewed: true, steps: steps() });
}

async function look(): Promise<void> {
  acknowledge(core.state());
}

const tasks: Record<string, () => Promise<void>> = { setUp, work, backUp, renewKeys, look };
await tasks[task]?.();
