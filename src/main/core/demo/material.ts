import practiceInEnglish from '../../../../resources/texts/en/demo.json' with { type: 'json' };
import teamInEnglish from '../../../../resources/texts/en/demoTeam.json' with { type: 'json' };
import practiceInDutch from '../../../../resources/texts/nl/demo.json' with { type: 'json' };
import teamInDutch from '../../../../resources/texts/nl/demoTeam.json' with { type: 'json' };
import type { Language } from '../../../shared/contract/base.ts';

const inDutch = { ...practiceInDutch, ...teamInDutch };

/** What is written in the invented practice, as its workers would write it. */
export type DemoMaterial = typeof inDutch;

export const demoMaterial: Record<Language, DemoMaterial> = {
  nl: inDutch,
  en: { ...practiceInEnglish, ...teamInEnglish },
};
