import crisisEn from '../../../../resources/texts/en/crisis.json' with { type: 'json' };
import directoryEn from '../../../../resources/texts/en/directory.json' with { type: 'json' };
import lonelyEn from '../../../../resources/texts/en/lonely.json' with { type: 'json' };
import crisisNl from '../../../../resources/texts/nl/crisis.json' with { type: 'json' };
import directoryNl from '../../../../resources/texts/nl/directory.json' with { type: 'json' };
import lonelyNl from '../../../../resources/texts/nl/lonely.json' with { type: 'json' };
import type { HandedOverTo } from '../../../shared/contract/distress.ts';
import { type Finding, isFinding, isReceiver } from './choices.ts';

export interface Choice {
  key: string;
  label: string;
  to: string;
  tag?: string;
}

/** Help that may be needed at any step, or a step itself without its choices. */
export interface Advice {
  id: string;
  title: string;
  say?: string;
  hint: string[];
}

export interface Step extends Advice {
  choices: Choice[];
  final: { finding: Finding; suggest: HandedOverTo[] } | null;
}

export interface Script {
  first: string;
  emergency: Choice;
  steps: Step[];
  always: Advice[];
}

type ScriptFile = typeof crisisNl | typeof crisisEn;

/** The texts are checked against their schema by the tests; here their words become the contract's. */
function readScript(file: ScriptFile): Script {
  return {
    ...file,
    steps: file.steps.map((step) => ({ ...step, final: readFinal(step) })),
  };
}

function readFinal(step: ScriptFile['steps'][number]): Step['final'] {
  if (!step.final || !isFinding(step.final.finding)) return null;
  return { finding: step.final.finding, suggest: step.final.suggest.filter(isReceiver) };
}

export const scripts = { nl: readScript(crisisNl), en: readScript(crisisEn) };

export const lonelyGuides = { nl: lonelyNl, en: lonelyEn };

/** The numbers that are known before anybody unlocks the app: they are everybody's. */
export const builtInNumbers = { nl: directoryNl, en: directoryEn };
