import { openFolder } from './core.ts';
import { workers } from './people.ts';

/** Anna answers the phone this morning and has the urgent line this afternoon, whatever day of the week it is. */
const [, , folder] = process.argv;
if (!folder) throw new Error('usage: makeTurns.ts FOLDER');

const { core, client } = await openFolder(folder);
const state = core.state();
const users = state.kind === 'locked' ? state.users : [];
const idOf = (name: string) => users.find((user) => user.name === name)?.id ?? 0;
await client.session.unlock({ userId: idOf(workers.karin.name), password: workers.karin.password });
const { today } = await client.rotation.own();
const turn = { day: today, userId: idOf(workers.anna.name) };
await client.rotation.assign({ ...turn, part: 'morning', duty: 'phone' });
await client.rotation.assign({ ...turn, part: 'afternoon', duty: 'urgentLine' });
await core.close();
