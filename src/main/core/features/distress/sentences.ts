import { distress as contract } from '../../../../shared/contract/distress.ts';
import type { ScriptSentence, SentenceVersion } from '../../../../shared/contract/scriptSentences.ts';
import { proceduresOf } from '../../procedures.ts';
import { emergencyNumbers, isNewer, lostNumbers } from '../../rules/scriptSentence.ts';
import { addVersion, readVersions } from './sentenceQueries.ts';
import { type PlacedSentence, startingSentences } from './startingSentences.ts';

const { unlocked } = proceduresOf({ distress: contract });

const noWords = { nl: '', en: '' };
const hasWords = ({ nl, en }: { nl: string; en: string }): boolean => nl !== '' || en !== '';
const placeOf = (sentence: string) => startingSentences.find((one) => one.sentence === sentence);

type Versions = Awaited<ReturnType<typeof readVersions>>;

const asVersion = ({ nl, en, byName, decidedAt }: SentenceVersion & { decidedAt: number }) => ({
  ...{ nl, en, byName },
  at: decidedAt,
});

function overviewOf({ sentence, place, part, starting }: PlacedSentence, versions: Versions): ScriptSentence {
  const [newest, ...older] = (versions.get(sentence) ?? []).map((row) => ({
    version: asVersion({ ...row, at: row.decidedAt }),
    chosenBeside: { nl: row.startingNl, en: row.startingEn },
  }));
  const own = newest && hasWords(newest.version) ? newest.version : null;
  return {
    ...{ sentence, place, part, starting, own },
    before: [...(newest && !own ? [newest] : []), ...older].map(({ version }) => version),
    hasNewerStart: own !== null && starting !== null && newest !== undefined && isNewer(starting, newest.chosenBeside),
    mustName: emergencyNumbers(starting?.nl ?? ''),
  };
}

/** The practice's own words in the crisis script and the guide for lonely callers. */
export const sentenceProcedures = {
  ownSentences: unlocked.distress.ownSentences.handler(async ({ context: { database } }) => {
    const versions = await readVersions(database);
    return startingSentences.flatMap(({ sentence }) => {
      const newest = versions.get(sentence)?.[0];
      return newest && hasWords(newest) ? [{ sentence, nl: newest.nl, en: newest.en }] : [];
    });
  }),

  sentences: unlocked.distress.sentences.handler(async ({ context: { database } }) => {
    const versions = await readVersions(database);
    return startingSentences.map((placed) => overviewOf(placed, versions));
  }),

  rewordSentence: unlocked.distress.rewordSentence.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const placed = placeOf(input.sentence);
    if (!placed) throw errors.NOT_FOUND();
    for (const field of ['nl', 'en'] as const) {
      const lost = lostNumbers(placed.starting?.[field] ?? '', input[field]);
      if (lost.length > 0) throw errors.FIELD({ data: { field, problem: `mustName ${lost.join(' ')}` } });
    }
    await database.transaction().execute(async (transaction) => {
      const id = await addVersion(transaction, placed, input, { decidedBy: user.id, decidedAt: now });
      await context.audit(transaction, `script sentence ${id}`);
    });
    context.changed('distress');
  }),

  restoreSentence: unlocked.distress.restoreSentence.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const placed = placeOf(input.sentence);
    if (!placed) throw errors.NOT_FOUND();
    await database.transaction().execute(async (transaction) => {
      const { own } = overviewOf(placed, await readVersions(transaction));
      if (own === null) throw errors.NOT_FOUND();
      const id = await addVersion(transaction, placed, noWords, { decidedBy: user.id, decidedAt: now });
      await context.audit(transaction, `script sentence ${id}`);
    });
    context.changed('distress');
  }),
};
