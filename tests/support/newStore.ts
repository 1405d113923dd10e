import path from 'node:path';
import { connect, type SqliteConnection } from '../../src/main/core/store/open.ts';
import { temporaryFolder } from './practice.ts';

export const newStoreKey = new Uint8Array(32).fill(9);

/** A store with nothing in it, not even a table. */
export function newStore(): SqliteConnection {
  return connect(path.join(temporaryFolder(), 'store.db'), newStoreKey, { create: true });
}
