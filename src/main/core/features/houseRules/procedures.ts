import { randomUUID } from 'node:crypto';
import type { HouseRule } from '../../../../shared/contract/houseRules.ts';
import { houseRules as contract } from '../../../../shared/contract/houseRules.ts';
import { proceduresOf } from '../../procedures.ts';
import { confirmReading, decideVersion, readDocument, readDocuments, readingsOf, readReaders } from './queries.ts';

const { unlocked } = proceduresOf({ houseRules: contract });

const fileNames = { nl: 'werkwijze', en: 'procedure' };

const isDecided = ({ version }: HouseRule): boolean => version > 0;

export const houseRules = {
  list: unlocked.houseRules.list.handler(async ({ context: { database, user } }) => {
    const readings = await readingsOf(database, user.id);
    const documents = (await readDocuments(database)).filter(({ isWithdrawn }) => !isWithdrawn);
    return documents.map(({ current }) => {
      const readAt = readings.get(`${current.document} ${current.version}`) ?? null;
      return { ...current, readAt, asksReading: isDecided(current) && readAt === null };
    });
  }),

  confirmRead: unlocked.houseRules.confirmRead.handler(async ({ context, input: { document, version }, errors }) => {
    const { database, user, now } = context;
    const found = await readDocument(database, document);
    if (!found || found.isWithdrawn) throw errors.NOT_FOUND();
    if (found.current.version !== version) throw errors.CHANGED();
    await confirmReading(database, { document, version, userId: user.id, readAt: now });
    context.changed('houseRules');
  }),

  file: unlocked.houseRules.file.handler(async ({ context, input: { document, language }, errors }) => {
    const { core, database, practice, timeZone } = context;
    const found = await readDocument(database, document);
    if (!found) throw errors.NOT_FOUND();
    const { words, decided, version } = found.current;
    const spoken = words[language].title === '' ? (language === 'nl' ? 'en' : 'nl') : language;
    const content = await core.offMainThread.run('houseRuleDocument', {
      ...{ language: spoken, practiceName: practice.practiceName, timeZone, version },
      ...{ title: words[spoken].title, blocks: words[spoken].blocks, decidedAt: decided?.at ?? null },
      resourcesFolder: core.options.resourcesFolder,
    });
    const type = 'application/pdf';
    return { name: `${fileNames[spoken]}-${document}.pdf`, type, content: new Blob([content], { type }) };
  }),

  overview: unlocked.houseRules.overview.handler(async ({ context: { database } }) => {
    const readersOf = await readReaders(database);
    return (await readDocuments(database)).map(({ current, before, isWithdrawn }) => ({
      ...current,
      ...{ before, isWithdrawn, readers: readersOf(current.document) },
    }));
  }),

  decide: unlocked.houseRules.decide.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const document = await database.transaction().execute(async (transaction) => {
      const found = input.document === null ? null : await readDocument(transaction, input.document);
      if (found === undefined) throw errors.NOT_FOUND();
      const name = found?.current.document ?? `made-${randomUUID()}`;
      const version = (found?.current.version ?? 0) + 1;
      const decided = { document: name, version, note: input.note, decidedBy: user.id, decidedAt: now };
      const id = await decideVersion(transaction, decided, input.words);
      await context.audit(transaction, `house rule ${id}`);
      return name;
    });
    context.changed('houseRules');
    return { document };
  }),

  withdraw: unlocked.houseRules.withdraw.handler(async ({ context, input: { document }, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      const found = await readDocument(transaction, document);
      if (!found || found.isWithdrawn) throw errors.NOT_FOUND();
      const { words, version } = found.current;
      const decided = { note: '', withdrawn: 1, decidedBy: user.id, decidedAt: now } as const;
      const id = await decideVersion(transaction, { document, version: version + 1, ...decided }, words);
      await context.audit(transaction, `house rule ${id}`);
    });
    context.changed('houseRules');
  }),
};
