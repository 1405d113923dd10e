import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import names from '../../resources/texts/demoNames.json' with { type: 'json' };
import enCrisis from '../../resources/texts/en/crisis.json' with { type: 'json' };
import enDemo from '../../resources/texts/en/demo.json' with { type: 'json' };
import enDirectory from '../../resources/texts/en/directory.json' with { type: 'json' };
import enSentences from '../../resources/texts/en/incidentSentences.json' with { type: 'json' };
import enLonely from '../../resources/texts/en/lonely.json' with { type: 'json' };
import enPhrases from '../../resources/texts/en/phrases.json' with { type: 'json' };
import nlCrisis from '../../resources/texts/nl/crisis.json' with { type: 'json' };
import nlDemo from '../../resources/texts/nl/demo.json' with { type: 'json' };
import nlDirectory from '../../resources/texts/nl/directory.json' with { type: 'json' };
import nlSentences from '../../resources/texts/nl/incidentSentences.json' with { type: 'json' };
import nlLonely from '../../resources/texts/nl/lonely.json' with { type: 'json' };
import nlPhrases from '../../resources/texts/nl/phrases.json' with { type: 'json' };
import { demoMaterial, demoNames } from '../../src/shared/contract/demoMaterial.ts';
import { concernRecord, directoryEntry } from '../../src/shared/contract/distress.ts';
import { type PhraseKind, startingPhrase } from '../../src/shared/contract/phrases.ts';
import { type CrisisScript, crisisScript, incidentSentences, lonelyGuide } from '../../src/shared/contract/scripts.ts';

const startingPhrases = z.array(startingPhrase);
const startingDirectory = z.array(directoryEntry.omit({ id: true }));

function parseTexts(raw: Record<'phrases' | 'sentences' | 'crisis' | 'lonely' | 'directory' | 'demo', unknown>) {
  return {
    phrases: startingPhrases.parse(raw.phrases),
    sentences: incidentSentences.parse(raw.sentences),
    crisis: crisisScript.parse(raw.crisis),
    lonely: lonelyGuide.parse(raw.lonely),
    directory: startingDirectory.parse(raw.directory),
    demo: demoMaterial.parse(raw.demo),
  };
}

const nl = parseTexts({
  phrases: nlPhrases,
  sentences: nlSentences,
  crisis: nlCrisis,
  lonely: nlLonely,
  directory: nlDirectory,
  demo: nlDemo,
});
const en = parseTexts({
  phrases: enPhrases,
  sentences: enSentences,
  crisis: enCrisis,
  lonely: enLonely,
  directory: enDirectory,
  demo: enDemo,
});

const languages = [
  { language: 'nl', texts: nl, emergency: /\bspoed\b/i, writing: /schrij(f|v)/i },
  { language: 'en', texts: en, emergency: /\bemergency\b/i, writing: /\bwrit(e|ing)\b/i },
];

/** Every string somewhere inside a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(strings);
  return [];
}

/** Every way through the script, as lists of step ids; a way that goes in a circle is cut off and stays unended. */
function ways(script: CrisisScript, way: string[] = [script.first]): string[][] {
  const step = script.steps.find((candidate) => candidate.id === way.at(-1));
  if (step === undefined || step.choices.length === 0 || way.length > script.steps.length) return [way];
  return step.choices.flatMap((choice) => ways(script, [...way, choice.to]));
}

describe.each(languages)('phrases in $language', ({ texts, emergency, writing }) => {
  const minimum: Record<PhraseKind, number> = {
    slowing: 8,
    namingLimit: 5,
    announcingEnd: 4,
    ending: 5,
    takingOver: 4,
    explainingBan: 3,
    handingOver: 4,
  };

  it.each(Object.entries(minimum))('has at least the wanted number of %s', (kind, count) => {
    expect(texts.phrases.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(count);
  });

  it('has no phrase twice, and none too long for a breath or two', () => {
    const spoken = texts.phrases.map((one) => one.text);
    expect(new Set(spoken).size).toBe(spoken.length);
    expect(spoken.filter((text) => text.length > 140)).toEqual([]);
  });

  it('keeps help in an emergency open whenever a call ends or a ban is explained', () => {
    const closing = texts.phrases.filter((one) => one.kind === 'ending' || one.kind === 'explainingBan');
    expect(closing.filter((one) => !emergency.test(one.text))).toEqual([]);
    expect(texts.sentences.ending).toMatch(emergency);
  });

  it('keeps writing open whenever a call ends', () => {
    const endings = texts.phrases.filter((one) => one.kind === 'ending').map((one) => one.text);
    expect([...endings, texts.sentences.ending].filter((text) => !writing.test(text))).toEqual([]);
  });
});

it('has every phrase in both languages, in the same order: the n-th is the same sentence', () => {
  expect(en.phrases.map(({ kind }) => kind)).toEqual(nl.phrases.map(({ kind }) => kind));
});

describe.each(languages)('the crisis script in $language', ({ texts }) => {
  const { crisis } = texts;
  const ids = crisis.steps.map((step) => step.id);
  const allWays = ways(crisis);

  it('leads only to steps that exist, each with its own id', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [
      crisis.first,
      crisis.emergency.to,
      ...crisis.steps.flatMap((step) => step.choices.map((c) => c.to)),
    ];
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('ends on every way within five steps', () => {
    expect(allWays.filter((way) => way.length > 5)).toEqual([]);
    const ends = allWays.map((way) => crisis.steps.find((step) => step.id === way.at(-1)));
    expect(ends.filter((step) => step?.final === undefined)).toEqual([]);
  });

  it('reaches every step', () => {
    expect(ids.filter((id) => !allWays.flat().includes(id))).toEqual([]);
  });

  it('has the emergency number one press away everywhere: its key is taken by no choice', () => {
    const danger = crisis.steps.find((step) => step.id === crisis.emergency.to);
    expect(crisis.emergency.label).toContain('112');
    expect(danger?.final).toMatchObject({ finding: 'inDanger' });
    expect(danger?.final?.suggest[0]).toBe('emergency');
    for (const step of crisis.steps) {
      const keys = step.choices.map((choice) => choice.key);
      expect(keys).not.toContain(crisis.emergency.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('hands thoughts of suicide, and doubt about them, to the GP on duty before anybody else', () => {
    const found = crisis.steps.flatMap((step) => (step.final ? [step.final] : []));
    const worrying = found.filter((final) => final.finding === 'thinksOfSuicide' || final.finding === 'notSure');
    expect(worrying.length).toBeGreaterThan(0);
    expect(worrying.filter((final) => final.suggest[0] !== 'gpOnDuty')).toEqual([]);
    expect(worrying.filter((final) => final.suggest.includes('nobody'))).toEqual([]);
  });

  it('knows every finding of the crisis register, and what to do when putting through or when the line drops', () => {
    const findings = new Set(crisis.steps.flatMap((step) => (step.final ? [step.final.finding] : [])));
    const expected = concernRecord.shape.finding.options.filter((one) => one !== 'lonely' && one !== 'oftenCalling');
    expect([...findings].sort()).toEqual([...expected].sort());
    expect(crisis.always.map((one) => one.id)).toEqual(expect.arrayContaining(['transferring', 'lineDropped']));
  });
});

describe('the directory', () => {
  it('marks as verified only what has a number, and gives a date only to those', () => {
    for (const entry of [...nl.directory, ...en.directory]) {
      if (entry.verified) expect(entry.number).not.toBe('');
      else expect(entry.checkedOn).toBeNull();
    }
  });

  it('has 112 and 113, and leaves the numbers of the GP on duty to the practice', () => {
    const numberOf = (kind: string) => nl.directory.find((entry) => entry.kind === kind)?.number;
    expect(numberOf('emergency')).toBe('112');
    expect(numberOf('suicidePrevention')).toBe('113');
    expect(numberOf('gpOnDuty')).toBe('');
    expect(numberOf('outOfHours')).toBe('');
  });
});

describe('the practice to try things with', () => {
  it('has enough different names for a hundred thousand people', () => {
    const { firstNames, surnames } = demoNames.parse(names);
    expect(new Set(firstNames).size).toBe(firstNames.length);
    expect(new Set(surnames).size).toBe(surnames.length);
    for (const prefix of ['van de ', 'van der ', "van 't ", "'t ", 'de ', 'ter ']) {
      expect(surnames.some((surname) => surname.startsWith(prefix))).toBe(true);
    }
  });

  it('says that it is one', () => {
    expect(nl.demo.practiceName).toBe('De Linde (oefenpraktijk)');
    expect(en.demo.practiceName).toContain('De Linde');
  });
});

describe('Dutch and English', () => {
  it('have as many phrases of each kind, in the same order', () => {
    expect(en.phrases.map((one) => one.kind)).toEqual(nl.phrases.map((one) => one.kind));
  });

  it('have the same script: ids, keys, ways and ends', () => {
    const skeleton = ({ first, emergency, steps, always }: CrisisScript) => ({
      first,
      emergency: { key: emergency.key, to: emergency.to },
      steps: steps.map(({ id, say, hint, choices, final }) => ({
        id,
        says: say !== undefined,
        hints: hint.length,
        choices: choices.map(({ key, to, tag }) => ({ key, to, tagged: tag !== undefined })),
        final,
      })),
      always: always.map(({ id, say, hint }) => ({ id, says: say !== undefined, hints: hint.length })),
    });
    expect(skeleton(en.crisis)).toEqual(skeleton(nl.crisis));
  });

  it('have the same guide for lonely callers', () => {
    const skeleton = ({ signs, say, pointTo, worryMore }: typeof nl.lonely) => ({
      lengths: [signs.length, say.length, worryMore.length],
      directories: pointTo.map((one) => one.directory),
    });
    expect(skeleton(en.lonely)).toEqual(skeleton(nl.lonely));
  });

  it('have the same directory but for its words', () => {
    const facts = (entries: typeof nl.directory) => entries.map(({ name: _name, reach: _reach, ...rest }) => rest);
    expect(facts(en.directory)).toEqual(facts(nl.directory));
  });

  it('have the same demo material but for its words', () => {
    const skeleton = ({ workers, callerDetails, notes, incidents, ...rest }: typeof nl.demo) => ({
      workers: workers.map(({ name, role }) => [name, role]),
      details: Object.entries(callerDetails).map(([name, list]) => [name, list.length]),
      notes: Object.entries(notes).map(([reason, list]) => [reason, list.length]),
      incidents: incidents.map(({ words: _words, account: _account, ...rest }) => rest),
      others: [rest.reviewNotes.length, rest.agreements.length, rest.exceptions.length],
    });
    expect(skeleton(en.demo)).toEqual(skeleton(nl.demo));
  });

  it('leave quotation marks to the screens that quote', () => {
    const words = [nl, en].flatMap(({ demo }) => demo.incidents.map((incident) => incident.words));
    expect(words.filter((text) => /["“”„«»]/.test(text))).toEqual([]);
  });
});

it('asks for a BSN nowhere', () => {
  const asked = strings([nl, en]).filter((text) => /\bbsn\b|burgerservice|citizen service|social security/i.test(text));
  expect(asked).toEqual([]);
});

it('says u, not je, in what a Dutch worker reads aloud to a caller', () => {
  const aloud = [...nl.phrases.map((one) => one.text), ...strings(nl.sentences), ...nl.lonely.say];
  expect(aloud.filter((text) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))).toEqual([]);
});
