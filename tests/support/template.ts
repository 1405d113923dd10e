import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RPCLink } from '@orpc/client/message-port';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Core, openCore } from '../../src/main/core/core.ts';
import { openLines } from '../../src/main/core/line.ts';
import { startOfTest, testOptions } from './options.ts';
import { managerPassword, openTestCore, receptionistPassword, type TestCore, temporaryFolder } from './practice.ts';

/** Karin manages the practice, Anna and Bram answer its phones. */
export type Worker = 'karin' | 'anna' | 'bram';

export const passwords: Record<Worker, string> = {
  karin: managerPassword,
  anna: receptionistPassword,
  bram: 'drie-fietsen-op-zolder',
};

interface Template {
  folder: string;
  dataEncryptionKey: Uint8Array;
  recoveryKey: string[];
  userIds: Record<Worker, number>;
}

/** A practice that a test may do anything with. */
export interface PracticeCopy extends TestCore, Template {
  /** Unlocks the app for a worker at once, without deriving a key from the password. */
  workAs(worker: Worker): Promise<void>;
}

async function makeTemplate(): Promise<Template> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-template-'));
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
  const dataEncryptionKey = core.context.core.session.unlocked?.dataEncryptionKey.slice();
  if (!dataEncryptionKey) throw new Error('the practice was not made');
  await core.close();
  return {
    folder,
    dataEncryptionKey,
    recoveryKey: groups,
    userIds: { karin: 1, anna: anna.userId, bram: bram.userId },
  };
}

/**
 * A practice that is made once for a test file and copied for each test, because deriving the keys of its workers
 * takes seconds. Call it at the top of a file.
 */
export function practiceTemplate() {
  let template: Template;
  beforeAll(async () => {
    template = await makeTemplate();
  });
  afterAll(() => rmSync(template.folder, { recursive: true, force: true }));

  /** The files of the practice, which nothing has opened. */
  function copy(): Template {
    const folder = temporaryFolder();
    cpSync(template.folder, folder, { recursive: true });
    return { ...template, folder };
  }

  async function open(files = copy(), clock = { now: startOfTest }): Promise<PracticeCopy> {
    const opened = await openTestCore(files.folder, clock);
    // A test that sets the clock forward is not somebody who has walked away from the desk.
    opened.core.context.core.options.host.idleSeconds = () => 0;
    const { session } = opened.core.context.core;
    let key = files.dataEncryptionKey;
    const workAs = (worker: Worker) => {
      // A renewal that was asked for meanwhile made another one.
      key = session.unlocked?.dataEncryptionKey.slice() ?? key;
      return session.unlock(files.userIds[worker], key.slice());
    };
    return { ...files, ...opened, workAs };
  }

  return { copy, open };
}

/** Calls a procedure by its path, with any input. */
export type Call = (path: string, input?: unknown) => Promise<unknown>;

/** The other end of a real port to the core: what is asked and answered goes through the same encoding as in a window. */
export function portTo(core: Core): { call: Call } {
  const { port1, port2 } = new MessageChannel();
  const line = openLines(core)((message) => port1.postMessage(message));
  port1.addEventListener('message', ({ data }) => line.receive(data));
  const link = new RPCLink({ port: port2 });
  port1.start();
  port2.start();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  return { call: (path, input) => link.call(path.split('.'), input, { context: {} }) };
}
