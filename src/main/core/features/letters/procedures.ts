import type { Kysely } from 'kysely';
import type { Letter, LetterAbout } from '../../../../shared/contract/letters.ts';
import { letters as contract } from '../../../../shared/contract/letters.ts';
import { proceduresOf } from '../../procedures.ts';
import { fillIn, unfilledField, unknownField, withEmergencies } from '../../rules/letter.ts';
import type { Schema } from '../../store/schema.ts';
import { tellByLetter } from '../measures/told.ts';
import { factsOfAgreement, factsOfMeasure, type LetterFacts } from './facts.ts';
import { missingForLetter, readLetterhead, writeLetterhead } from './letterhead.ts';
import {
  deleteLetter,
  fixLetter,
  insertLetter,
  markSent,
  mayReplace,
  readLetter,
  readLetters,
  updateLetter,
} from './queries.ts';
import { sheetOf } from './sheet.ts';
import {
  fieldWords,
  readTemplate,
  readTemplates,
  removeTemplate,
  startingLetters,
  writeTemplate,
} from './templates.ts';
import { letterValues } from './values.ts';

const { unlocked } = proceduresOf({ letters: contract });

function factsAbout(database: Kysely<Schema>, about: LetterAbout, timeZone: string): Promise<LetterFacts | null> {
  return (about.of === 'measure' ? factsOfMeasure : factsOfAgreement)(database, about.id, timeZone);
}

const fileNames = { nl: 'brief', en: 'letter' };

export const letters = {
  letterhead: unlocked.letters.letterhead.handler(({ context }) => readLetterhead(context.database)),

  updateLetterhead: unlocked.letters.updateLetterhead.handler(async ({ context, input }) => {
    await context.database.transaction().execute(async (transaction) => {
      await writeLetterhead(transaction, input);
      await context.audit(transaction, 'letterhead');
    });
    context.changed('letters', 'policeReports');
  }),

  about: unlocked.letters.about.handler(async ({ context: { database, timeZone }, input, errors }) => {
    const facts = await factsAbout(database, input, timeZone);
    if (!facts) throw errors.NOT_FOUND();
    return {
      letters: await readLetters(database, input),
      kinds: facts.kinds,
      missing: missingForLetter(await readLetterhead(database)),
      aboutWorker: facts.ban?.scope === 'worker',
    };
  }),

  compose: unlocked.letters.compose.handler(async ({ context, input, errors }) => {
    const { database, timeZone, practice } = context;
    const { about, kind, language, nameWorker } = input;
    const facts = await factsAbout(database, about, timeZone);
    if (!facts?.kinds.includes(kind)) throw errors.NOT_FOUND();
    const template = await readTemplate(database, kind, language);
    const letterhead = await readLetterhead(database);
    const { practiceName } = practice;
    const values = letterValues(facts, { language, timeZone, practiceName, letterhead, nameWorker });
    const fill = (text: string) => fillIn(text, values, fieldWords[language]);
    return {
      subject: fill(template.subject),
      recipient: [facts.callerName, facts.postalAddress].filter(Boolean).join('\n'),
      text: withEmergencies(fill(template.text), startingLetters[language].emergencies),
    };
  }),

  preview: unlocked.letters.preview.handler(async ({ context, input }) => {
    const { database, timeZone, practice, now } = context;
    const { language, ...content } = input;
    const letterhead = await readLetterhead(database);
    return sheetOf(content, { language, timeZone, practiceName: practice.practiceName, letterhead, now });
  }),

  save: unlocked.letters.save.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone } = context;
    const { letterId: known, ...letter } = input;
    const facts = await factsAbout(database, letter.about, timeZone);
    if (!facts?.kinds.includes(letter.kind)) throw errors.NOT_FOUND();
    const letterId = await database.transaction().execute(async (transaction) => {
      if (known !== null) {
        if (!(await readLetter(transaction, known))) throw errors.NOT_FOUND();
        if (!(await updateLetter(transaction, known, letter, now))) throw errors.FINAL();
      } else if (letter.replacesId !== null && !(await mayReplace(transaction, letter.replacesId, letter.about))) {
        throw errors.NOT_FOUND();
      }
      const saved = known ?? (await insertLetter(transaction, letter, now));
      await context.audit(transaction, `letter ${saved}`);
      return saved;
    });
    context.changed('letters');
    return { letterId };
  }),

  discard: unlocked.letters.discard.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      const letter = await readLetter(transaction, input.letterId);
      if (!letter) throw errors.NOT_FOUND();
      if (letter.final) throw errors.FINAL();
      await deleteLetter(transaction, letter.id);
      await context.audit(transaction, `letter ${letter.id}`);
    });
    context.changed('letters');
  }),

  finalise: unlocked.letters.finalise.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, practice, user } = context;
    await database.transaction().execute(async (transaction) => {
      const letter = await readLetter(transaction, input.letterId);
      if (!letter) throw errors.NOT_FOUND();
      if (letter.final) throw errors.FINAL();
      const { content, language } = letter;
      const field = unfilledField(content.subject) ?? unfilledField(content.text);
      if (field !== null) throw errors.EMPTY_FIELD({ data: { field } });
      const letterhead = await readLetterhead(transaction);
      const missing = missingForLetter(letterhead);
      if (missing.length > 0) throw errors.INCOMPLETE_LETTERHEAD({ data: { missing } });
      await fixLetter(transaction, letter.id, {
        text: withEmergencies(content.text, startingLetters[language].emergencies),
        sheet: sheetOf(content, { language, timeZone, practiceName: practice.practiceName, letterhead, now }),
        finalAt: now,
        finalBy: user.id,
      });
      await context.audit(transaction, `letter ${letter.id}`);
    });
    context.changed('letters', 'policeReports');
  }),

  document: unlocked.letters.document.handler(async ({ context, input, errors }) => {
    const { core, database } = context;
    const letter = await readLetter(database, input.letterId);
    if (!letter) throw errors.NOT_FOUND();
    const { sheet } = finishedOr(letter, errors.NOT_FINAL);
    const { resourcesFolder } = core.options;
    const content = await core.offMainThread.run('letterDocument', { sheet, resourcesFolder });
    await context.audit(database, `letter ${letter.id}`);
    const type = 'application/pdf';
    return { name: `${fileNames[letter.language]}-${letter.id}.pdf`, type, content: new Blob([content], { type }) };
  }),

  markSent: unlocked.letters.markSent.handler(async ({ context, input, errors }) => {
    const { letterId, on, way } = input;
    const { user, now } = context;
    await context.database.transaction().execute(async (transaction) => {
      const letter = await readLetter(transaction, letterId);
      if (!letter) throw errors.NOT_FOUND();
      finishedOr(letter, errors.NOT_FINAL);
      await markSent(transaction, letterId, { sentOn: on, sentWay: way });
      await tellByLetter(transaction, letterId, { on, userId: user.id, now });
      await context.audit(transaction, `letter ${letterId}`);
    });
    context.changed('letters', 'measures', 'policeReports');
  }),

  templates: unlocked.letters.templates.handler(({ context }) => readTemplates(context.database)),

  saveTemplate: unlocked.letters.saveTemplate.handler(async ({ context, input, errors }) => {
    const { kind, language, subject, text } = input;
    const field = unknownField(subject, fieldWords[language]) ?? unknownField(text, fieldWords[language]);
    if (field !== null) throw errors.UNKNOWN_FIELD({ data: { field } });
    await context.database.transaction().execute(async (transaction) => {
      const changed = { changedAt: context.now, changedBy: context.user.id };
      await writeTemplate(transaction, { kind, language, subject, text, ...changed });
      await context.audit(transaction, `letter template ${kind} ${language}`);
    });
    context.changed('letters');
  }),

  resetTemplate: unlocked.letters.resetTemplate.handler(async ({ context, input }) => {
    await context.database.transaction().execute(async (transaction) => {
      await removeTemplate(transaction, input.kind, input.language);
      await context.audit(transaction, `letter template ${input.kind} ${input.language}`);
    });
    context.changed('letters');
  }),
};

function finishedOr(letter: Letter, notFinal: () => Error): NonNullable<Letter['final']> {
  if (!letter.final) throw notFinal();
  return letter.final;
}
