import sodium from 'libsodium-wrappers-sumo';
import { readKeyFile } from '../../../src/main/core/store/keyFile.ts';
import { isHolderKey } from '../../../src/main/core/store/lockedKey.ts';
import { demoPassword } from '../../../src/tools/demoStore.ts';
import type { Row } from '../context.ts';
import type { Practice } from '../practices.ts';
import { figuresOf, median, timed } from '../statistics.ts';

const MOST_RATIO = 1.5;
const WARM_UP = 2;
const UNLOCKS = 12;

/** Derives a key from the password as it stands in the key file, and does nothing with it. */
function deriveAlone({ core, managerId }: Practice): () => void {
  const key = readKeyFile(core.context.core.session.dataFolder)?.users.find(({ id }) => id === managerId)?.key;
  if (!key || !isHolderKey(key)) throw new Error('the manager has no key');
  const { passes, memory } = key.privateKey;
  const salt = Buffer.from(key.privateKey.salt, 'base64');
  const { crypto_pwhash, crypto_pwhash_ALG_ARGON2ID13, crypto_secretbox_KEYBYTES } = sodium;
  return () =>
    sodium.memzero(
      crypto_pwhash(crypto_secretbox_KEYBYTES, demoPassword, salt, passes, memory, crypto_pwhash_ALG_ARGON2ID13),
    );
}

/** From the password to the open store, against the derivation of the key alone. */
export const unlock: Row = async (context) => {
  await sodium.ready;
  const practices = await context.practices();
  const times = practices.map((): { unlock: number[]; derive: number[] } => ({ unlock: [], derive: [] }));
  for (let nth = 0; nth < WARM_UP + UNLOCKS; nth += 1) {
    for (const [index, practice] of practices.entries()) {
      const { client, managerId } = practice;
      const derive = await timed(deriveAlone(practice));
      await client.session.lock();
      const unlocking = await timed(() => client.session.unlock({ userId: managerId, password: demoPassword }));
      if (nth < WARM_UP) continue;
      times[index]?.derive.push(derive);
      times[index]?.unlock.push(unlocking);
    }
  }
  return practices.map(({ contacts }, index) => {
    const { unlock: unlocking, derive } = times[index] ?? { unlock: [], derive: [] };
    const ratio = median(unlocking) / median(derive);
    return {
      row: 'unlock',
      contacts,
      ...figuresOf({ own: unlocking, plain: derive }),
      ratio,
      target: `median ≤ ${MOST_RATIO} × the key derivation alone`,
      pass: ratio <= MOST_RATIO,
      note: 'plain is the derivation',
    };
  });
};
