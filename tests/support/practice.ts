import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { type Core, openCore } from '../../src/main/core/core.ts';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import { passwords } from './madePractice.ts';
import { apartOf, startOfTest, testOptions } from './options.ts';

export { startOfTest };

export const { karin: managerPassword, anna: receptionistPassword } = passwords;

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-test-'));
  onTestFinished(() => {
    for (const gone of [folder, apartOf(folder)]) rmSync(gone, { recursive: true, force: true });
  });
  return folder;
}

export interface TestCore {
  core: Core;
  client: ContractClient;
  folder: string;
  clock: { now: number };
}

/** A core on a folder of its own, on real encrypted files, with a clock that the test sets. */
export async function openTestCore(folder = temporaryFolder(), clock = { now: startOfTest }): Promise<TestCore> {
  const core = await openCore(testOptions(folder, () => clock.now));
  onTestFinished(() => core.close());
  return { core, client: createRouterClient(core.router, { context: core.context }), folder, clock };
}

/** The same with a practice set up and its manager, Karin, at work. */
export async function openTestPractice(): Promise<TestCore & { recoveryKey: string[] }> {
  const opened = await openTestCore();
  const { groups } = await opened.client.setup.create({
    practiceName: 'Oefenpraktijk De Linde',
    managerName: 'Karin',
    password: managerPassword,
    language: 'nl',
  });
  return { ...opened, recoveryKey: groups };
}

/** Adds Anna, a receptionist, and unlocks the app as her. */
export async function workAsReceptionist({ client }: TestCore): Promise<number> {
  const { userId } = await client.team.add({
    name: 'Anna',
    role: 'receptionist',
    language: 'nl',
    password: receptionistPassword,
  });
  await client.session.unlock({ userId, password: receptionistPassword });
  return userId;
}
