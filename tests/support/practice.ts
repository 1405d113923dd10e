import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { type Core, type CoreOptions, openCore } from '../../src/main/core/core.ts';
import type { WindowHost } from '../../src/main/core/features/window/host.ts';
import type { ContractClient } from '../../src/shared/contract/index.ts';

export const managerPassword = 'kiezelstenen-zijn-grijs';
export const receptionistPassword = 'gele-laarzen-in-de-regen';

/** Saturday 21 November 2026, 10:00 in Amsterdam. */
export const startOfTest = Date.parse('2026-11-21T09:00:00Z');

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A host without windows: what the core asks of it is answered from memory. */
function testHost(): WindowHost {
  let alwaysOnTop = true;
  let bar = false;
  return {
    state: () => ({
      alwaysOnTop,
      bar,
      shortcut: { accelerator: 'Ctrl+Alt+R', registered: false, supported: false, alternatives: [] },
    }),
    setAlwaysOnTop: (on) => {
      alwaysOnTop = on;
    },
    setBar: (on) => {
      bar = on;
    },
    setShortcut: () => false,
    openReview: () => '/review.html',
    idleSeconds: () => null,
  };
}

export interface TestCore {
  core: Core;
  client: ContractClient;
  folder: string;
  clock: { now: number };
}

export function testOptions(dataFolder: string, clock: () => number): CoreOptions {
  return {
    dataFolder,
    clock,
    host: testHost(),
    workerFile: new URL('../../src/main/core/worker.ts', import.meta.url),
    resourcesFolder: path.join(import.meta.dirname, '../../resources'),
    appVersion: '0.0.0-test',
  };
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
