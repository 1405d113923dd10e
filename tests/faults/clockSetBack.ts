import { aDraft } from '../support/samples.ts';
import type { Fault, Outcome } from './fault.ts';
import { whileOpen } from './opened.ts';
import { checksums, copyOf, practice, remove } from './practice.ts';

const HOUR = 3_600_000;
const jumps: Record<string, number> = { 'an hour': HOUR, 'a day': 24 * HOUR, 'a year': 365 * 24 * HOUR };

/** A clock that is set back while the program is open and while it is closed; what came before stays, in its order. */
function setBackBy(what: string, by: number): Fault {
  return {
    name: `clock set back ${what}`,
    async round(nth): Promise<Outcome> {
      const { folder: template, key } = await practice();
      const folder = copyOf(template);
      const clock = { now: Date.now() };
      const losses: string[] = [];
      const texts: string[] = [];
      const backups = new Map<string, string | undefined>();
      for (let turn = 0; turn < 3; turn += 1) {
        const found = await whileOpen(
          folder,
          async ({ session, client }) => {
            await session.unlock(1, key.slice());
            for (const moment of ['before', 'after']) {
              const text = `Ronde ${nth}, beurt ${turn}, ${moment}`;
              await client.contacts.save(aDraft({ text, startedAt: clock.now }));
              texts.push(text);
              const { name } = await client.backup.make();
              backups.set(name, checksums(folder)[`backups/${name}`]);
              clock.now -= by + Math.floor(Math.random() * HOUR);
            }
            const rows = (await session.unlocked?.database.selectFrom('contact').select('text').execute()) ?? [];
            const gone = texts.filter((text) => !rows.some((row) => row.text === text));
            const { brokenAt } = await client.audit.verify();
            if (brokenAt !== null) gone.push(`the audit log, from ${brokenAt}`);
            return session.state().kind === 'unlocked' ? gone : ['the session'];
          },
          () => clock.now,
        );
        losses.push(...found);
      }
      const after = checksums(folder);
      for (const [name, sum] of backups) if (after[`backups/${name}`] !== sum) losses.push(`the backup ${name}`);
      remove(folder);
      return { faults: 6, losses };
    },
  };
}

export const clockSetBack = Object.entries(jumps).map(([what, by]) => setBackBy(what, by));
