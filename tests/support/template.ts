import { cpSync } from 'node:fs';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { inject, onTestFinished } from 'vitest';
import type { Core } from '../../src/main/core/core.ts';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import type { Worker } from './madePractice.ts';
import { startOfTest } from './options.ts';
import { openTestCore, type TestCore, temporaryFolder } from './practice.ts';

export { passwords, type Worker } from './madePractice.ts';

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

/** The practice of `madePractice.ts`, to be copied for each test. */
export function practiceTemplate() {
  const { dataEncryptionKey, ...made } = inject('practice');
  const template: Template = { ...made, dataEncryptionKey: new Uint8Array(Buffer.from(dataEncryptionKey, 'base64')) };

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

/** A real port to the core: what is asked and answered goes through the same encoding as in a window. */
function openPort(core: Core) {
  const { port1, port2 } = new MessageChannel();
  const line = core.openLine((message) => port1.postMessage(message));
  port1.addEventListener('message', ({ data }) => line.receive(data));
  port1.start();
  port2.start();
  const close = () => {
    port1.close();
    port2.close();
    line.close();
  };
  onTestFinished(close);
  return { link: new RPCLink({ port: port2 }), close };
}

/** Calls a procedure by its path, with any input. */
export type Call = (path: string, input?: unknown) => Promise<unknown>;

/** The other end of such a port. */
export function portTo(core: Core): { call: Call } {
  const { link } = openPort(core);
  return { call: (path, input) => link.call(path.split('.'), input, { context: {} }) };
}

/** The same as a window has it, which the core is told to be gone with `close`. */
export function windowOf(core: Core): { client: ContractClient; close: () => void } {
  const { link, close } = openPort(core);
  return { client: createORPCClient<ContractClient>(link), close };
}
