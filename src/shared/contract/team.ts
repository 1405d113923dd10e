import { z } from 'zod';
import { id, instant, language, nothing, password, procedure, requiredText, role } from './base.ts';

export const teamMember = z.object({
  id,
  name: z.string(),
  role,
  language,
  active: z.boolean(),
  createdAt: instant,
});
export type TeamMember = z.infer<typeof teamMember>;

export const newTeamMember = z.object({ name: requiredText, role, language, password });
export type NewTeamMember = z.infer<typeof newTeamMember>;

export const team = {
  list: procedure('manager').output(z.array(teamMember)),
  add: procedure('manager')
    .input(newTeamMember)
    .errors({ NAME_TAKEN: { message: 'There already is somebody with this name.' } })
    .output(z.object({ userId: id })),
  /** Takes away the worker's key: their password opens nothing any more. */
  remove: procedure('manager')
    .input(z.object({ userId: id }))
    .errors({ LAST_MANAGER: { message: 'There must be one manager.' } })
    .output(nothing),
};
