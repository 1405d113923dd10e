import type { Kysely } from 'kysely';
import { privacy as contract } from '../../../../shared/contract/privacy.ts';
import { createI18n } from '../../../../shared/i18n/index.ts';
import { proceduresOf } from '../../procedures.ts';
import type { Schema } from '../../store/schema.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { accessFileOf } from './access/accessFile.ts';
import { findRequest } from './requests.ts';

const { unlocked } = proceduresOf({ privacy: contract });

interface Asked {
  requestId: number;
  blackOut: readonly string[];
}

/** What the caller of a request would get; null when there is no such request, or the caller is gone. */
async function fileFor(
  { database, user, practice, now }: Pick<Unlocked, 'user' | 'practice'> & { database: Kysely<Schema>; now: number },
  { requestId, blackOut }: Asked,
) {
  const request = await findRequest(database, requestId);
  if (!request?.callerId) return null;
  const worker = createI18n(user.language).t('privacyAccess:worker');
  const setting = { practice: practice.practiceName, now, worker, blackOut };
  const file = await accessFileOf(database, request.callerId, setting);
  return file && { file, callerId: request.callerId };
}

/** What is kept of somebody, for themselves. */
export const accessProcedures = {
  access: unlocked.privacy.access.handler(async ({ context, input, errors }) => {
    const found = await fileFor(context, input);
    if (!found) throw errors.NOT_FOUND();
    await context.auditSeen(`caller ${found.callerId}`);
    return found.file;
  }),

  makeAccess: unlocked.privacy.makeAccess.handler(async ({ context, input, errors }) => {
    const { core, database, user, timeZone } = context;
    const found = await fileFor(context, input);
    if (!found) throw errors.NOT_FOUND();
    const { file, callerId } = found;
    const { resourcesFolder } = core.options;
    const printed = { file, language: user.language, timeZone, resourcesFolder };
    const content =
      input.format === 'json'
        ? new TextEncoder().encode(JSON.stringify(file, null, 2))
        : await core.offMainThread.run('accessDocument', printed);
    await context.audit(database, `caller ${callerId}`);
    const type = input.format === 'json' ? 'application/json' : 'application/pdf';
    const name = createI18n(user.language).t('privacyAccess:fileName', { number: input.requestId });
    return { name: `${name}.${input.format}`, type, content: new Blob([content], { type }) };
  }),
};
