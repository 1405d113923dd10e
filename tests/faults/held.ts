import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { whileOpen } from './opened.ts';
import { checksums, practice, remove } from './practice.ts';
import { runCore, type Task, tasks } from './stopping.ts';

/** Two programs that want one folder, whichever hosts they have: one works, the other says so and touches nothing. */
function twoAtOnce(task: Task): Fault {
  return {
    name: `two programs: ${task.name}`,
    async round(): Promise<Outcome> {
      const made = await practice();
      const folder = await task.folder(made);
      const both = await Promise.all([0, 1].map(() => runCore(task, { folder, killAfter: null })));
      const lines = [...new Set(both.flatMap((ran) => ran.lines))];
      const losses = await lossesIn(folder, lines, { key: made.key, ...task });
      remove(folder);
      return { faults: 1, losses };
    },
  };
}

const secondInstance: Fault = {
  name: 'second instance',
  async round(): Promise<Outcome> {
    const { folder: template, key } = await practice();
    const task = tasks.find(({ name }) => name === 'save');
    const folder = (await task?.folder(await practice())) ?? template;
    const losses = await whileOpen(folder, async ({ session, client }) => {
      await session.unlock(1, key.slice());
      const before = checksums(folder);
      const problem = await whileOpen(folder, async (second) => second.session.blocked?.problem);
      const found = problem === 'folderInUse' ? [] : [`the second one says ${problem}`];
      if (JSON.stringify(checksums(folder)) !== JSON.stringify(before)) found.push('the second one changed something');
      await client.contacts.drafts();
      return found;
    });
    remove(folder);
    return { faults: 1, losses };
  },
};

export const held: Fault[] = [
  ...tasks.filter(({ name }) => name === 'save' || name === 'team').map(twoAtOnce),
  secondInstance,
];
