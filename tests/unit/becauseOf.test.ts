import { describe, expect, test } from 'vitest';
import { becauseOf } from '../../src/renderer/features/breaks/becauseOf.ts';
import type { BreakState } from '../../src/shared/contract/breaks.ts';
import { createI18n } from '../../src/shared/i18n/index.ts';

const state: BreakState = {
  ...{ level: 0.7, firstLine: 0.6, line: 'suggest', prompt: true, canSnooze: true, request: null, running: null },
  ...{ suggestedMinutes: 10, snoozeMinutes: 15 },
  because: { incidents: 2, concerns: 0, minutes: 40, verySerious: false, carriedOver: false },
};

const said = (
  because: Partial<BreakState['because']>,
  line: BreakState['line'] = 'suggest',
  language: 'nl' | 'en' = 'nl',
) => becauseOf({ ...state, line, because: { ...state.because, ...because } }, createI18n(language).t);

describe('why a break is proposed', () => {
  test.each([
    [
      {},
      'Door 2 incidenten in 40 minuten is dit volgens de huisregel een goed moment voor 10 minuten weg van de telefoon.',
    ],
    [{ minutes: 2 }, 'Door 2 incidenten kort na elkaar is dit'],
    [{ incidents: 1, concerns: 1 }, 'Door een incident en een gesprek met zorgen is dit'],
    [{ incidents: 0, concerns: 2 }, 'Door 2 gesprekken met zorgen is dit'],
    [{ incidents: 0, carriedOver: true }, 'Door wat er over is van een eerdere dag is dit'],
    [{ incidents: 1, carriedOver: true }, 'Door een incident en wat er over is van een eerdere dag is dit'],
    [{ verySerious: true }, 'Bij een heel ernstig incident hoort volgens de huisregel een pauze van 10 minuten.'],
  ])('is one sentence: %j', (because, sentence) => {
    expect(said(because)).toContain(sentence);
    for (const line of ['suggest', 'insist'] as const) {
      for (const language of ['nl', 'en'] as const) expect(said(because, line, language)).toMatch(/^[A-Z][^.!?]+\.$/);
    }
  });
});
