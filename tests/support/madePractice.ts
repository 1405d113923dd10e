import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { TestProject } from 'vitest/node';
import { openCore } from '../../src/main/core/core.ts';
import { apartOf, startOfTest, testOptions } from './options.ts';

/** Karin manages the practice, Anna and Bram answer its phones. */
export type Worker = 'karin' | 'anna' | 'bram';

export const passwords: Record<Worker, string> = {
  karin: 'kiezelstenen-zijn-grijs',
  anna: 'gele-laarzen-in-de-regen',
  bram: 'drie-fietsen-op-zolder',
};

interface MadePractice {
  folder: string;
  /** In base64. */
  dataEncryptionKey: string;
  recoveryKey: string[];
  userIds: Record<Worker, number>;
}

declare module 'vitest' {
  interface ProvidedContext {
    practice: MadePractice;
  }
}

async function makePractice(folder: string): Promise<MadePractice> {
  const core = await openCore(testOptions(folder, () => startOfTest));
  const client = createRouterClient(core.router, { context: core.context });
  const { groups } = await client.setup.create({
    practiceName: 'Oefenpraktijk De Linde',
    managerName: 'Karin',
    password: passwords.karin,
    language: 'nl',
  });
  const receptionist = { role: 'receptionist', language: 'nl' } as const;
  const anna = await client.team.add({ ...receptionist, name: 'Anna', password: passwords.anna });
  const bram = await client.team.add({ ...receptionist, name: 'Bram', password: passwords.bram });
  const { unlocked } = core.context.core.session;
  if (!unlocked) throw new Error('the practice was not made');
  const dataEncryptionKey = Buffer.from(unlocked.dataEncryptionKey).toString('base64');
  await core.close();
  return {
    folder,
    dataEncryptionKey,
    recoveryKey: groups,
    userIds: { karin: 1, anna: anna.userId, bram: bram.userId },
  };
}

/** Makes a practice once for all tests, because deriving the keys of its workers takes seconds; `template.ts` copies it. */
export default async function madePractice(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-template-'));
  project.provide('practice', await makePractice(folder));
  return () => {
    for (const gone of [folder, apartOf(folder)]) rmSync(gone, { recursive: true, force: true });
  };
}
