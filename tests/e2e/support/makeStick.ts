import { openFolder } from './core.ts';
import { workers } from './people.ts';

/** Karin chose a stick as the second place, and the first backup is on it. */
const [, , folder, stick] = process.argv;
if (!folder || !stick) throw new Error('usage: makeStick.ts FOLDER STICK');

const { core, client } = await openFolder(folder);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const userId = users.find(({ name }) => name === workers.karin.name)?.id ?? 0;
await client.session.unlock({ userId, password: workers.karin.password });
await client.backup.make();
await client.backup.setSecondPlace({ folder: stick });
await core.close();
