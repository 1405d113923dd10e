import { createRouterClient } from '@orpc/server';
import { openCore } from '../../../src/main/core/core.ts';
import type { ContractClient } from '../../../src/shared/contract/index.ts';
import { testOptions } from '../../support/options.ts';

/** The core on a folder, without windows: for scripts that put something in it before the app starts. */
export async function openFolder(dataFolder: string, clock: () => number = Date.now) {
  // The program itself keeps its note apart elsewhere.
  const core = await openCore({ ...testOptions(dataFolder, clock), apart: undefined });
  const client: ContractClient = createRouterClient(core.router, { context: core.context });
  return { core, client };
}
