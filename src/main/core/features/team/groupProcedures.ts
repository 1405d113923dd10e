import { team as contract } from '../../../../shared/contract/team.ts';
import { proceduresOf } from '../../procedures.ts';
import { groupNamed, insertGroup, readGroup, readGroups, renameGroup, setRetired } from './groups.ts';

const { unlocked } = proceduresOf({ team: contract });

/** The functions and departments of the practice. */
export const teamGroups = {
  groups: unlocked.team.groups.handler(({ context: { database } }) => readGroups(database)),

  addGroup: unlocked.team.addGroup.handler(async ({ context, input: { kind, name }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (await groupNamed(transaction, kind, name)) throw errors.NAME_TAKEN();
      await context.audit(transaction, `team group ${await insertGroup(transaction, kind, name)}`);
    });
    context.changed('team');
  }),

  renameGroup: unlocked.team.renameGroup.handler(async ({ context, input: { groupId, name }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      const group = await readGroup(transaction, groupId);
      if (!group) throw errors.NOT_FOUND();
      const other = await groupNamed(transaction, group.kind, name);
      if (other && other.id !== groupId) throw errors.NAME_TAKEN();
      await renameGroup(transaction, groupId, group, name);
      await context.audit(transaction, `team group ${groupId}`);
    });
    context.changed('team', 'trends', 'questionnaires');
  }),

  setGroupRetired: unlocked.team.setGroupRetired.handler(async ({ context, input, errors }) => {
    const { groupId, retired } = input;
    await context.database.transaction().execute(async (transaction) => {
      if (!(await setRetired(transaction, groupId, retired))) throw errors.NOT_FOUND();
      await context.audit(transaction, `team group ${groupId}`);
    });
    context.changed('team');
  }),
};
