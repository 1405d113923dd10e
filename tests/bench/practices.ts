import { existsSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { type Core, openCore } from '../../src/main/core/core.ts';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';
import { createPreviewHost } from '../../src/preview/host.ts';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import { demoPassword, makeDemoStore } from '../../src/tools/demoStore.ts';

/** Friday 20 November 2026, 17:00 in Amsterdam: a full day of contacts lies behind. */
export const benchNow = Date.parse('2026-11-20T16:00:00Z');
const seed = 2026;
const timeZone = 'Europe/Amsterdam';

/** A practice of one size, with its core open on real encrypted files and its manager at work. */
export interface Practice {
  contacts: number;
  people: number;
  folder: string;
  core: Core;
  client: ContractClient;
  managerId: number;
  clock: { now: number };
}

const peopleOf = (contacts: number) => Math.ceil(contacts / 10);

/** Makes the store of a size, unless an earlier run left it in the folder. */
export async function ensureStore(storesFolder: string, contacts: number): Promise<string> {
  const folder = path.join(storesFolder, String(contacts));
  if (existsSync(path.join(folder, 'store.db'))) return folder;
  console.error(`Making a practice with ${contacts.toLocaleString('en')} contacts …`);
  const incidents = Math.ceil(contacts / 50);
  await makeDemoStore(folder, { people: peopleOf(contacts), contacts, incidents, seed, now: benchNow });
  return folder;
}

/** The first unlock of a day makes a backup on another thread; nothing is measured before it is done. */
async function untilBackedUp(client: ContractClient, now: number): Promise<void> {
  const today = dayOf(now, timeZone);
  for (;;) {
    const backups = await client.backup.list();
    // Another row may have opened the same practice at the real time, after this day.
    if (backups.some(({ madeAt }) => dayOf(madeAt, timeZone) >= today)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The practice in a folder, locked. */
export async function openLocked(folder: string, contacts: number, now: number): Promise<Practice> {
  const clock = { now };
  const core = await openCore({
    dataFolder: folder,
    clock: () => clock.now,
    uptime: () => clock.now,
    host: createPreviewHost(),
    workerFile: new URL('../../src/main/core/worker.ts', import.meta.url),
    resourcesFolder: path.join(import.meta.dirname, '../../resources'),
    appVersion: '0.0.0-bench',
  });
  const client = createRouterClient(core.router, { context: core.context });
  const state = core.state();
  const managerId = state.kind === 'locked' ? state.lastUserId : null;
  if (managerId === null) throw new Error(`the store in ${folder} cannot be used: remove the folder`);
  return { contacts, people: peopleOf(contacts), folder, core, client, managerId, clock };
}

export async function openPractice(folder: string, contacts: number, now = benchNow): Promise<Practice> {
  const practice = await openLocked(folder, contacts, now);
  const { client, managerId } = practice;
  await client.session.unlock({ userId: managerId, password: demoPassword });
  await untilBackedUp(client, now);
  return practice;
}
