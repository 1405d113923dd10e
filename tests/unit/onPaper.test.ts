import { expect, test } from 'vitest';
import { onPaper } from '../../src/main/core/features/exports/onPaper.ts';
import type { ExportTable } from '../../src/main/core/features/exports/table.ts';
import { mostOnPaper } from '../../src/shared/contract/exports.ts';
import { createI18n } from '../../src/shared/i18n/index.ts';

const { t } = createI18n('nl');
const table = (length: number): ExportTable => ({
  ...{ title: 'Logboek', from: '2026-11-01', lastDay: '2026-11-30', remarks: ['Vooraf.'], columns: [] },
  sections: [{ title: 'Logboek', rows: Array.from({ length }, (_, index) => [index]) }],
});

test('paper holds everything, or the newest rows with how many are left out', () => {
  expect(onPaper(table(mostOnPaper), t)).toEqual(table(mostOnPaper));
  const { remarks, sections } = onPaper(table(mostOnPaper + 7), t);
  expect(sections[0]?.rows).toHaveLength(mostOnPaper);
  expect(sections[0]?.rows[0]).toEqual([7]);
  expect(remarks).toEqual(['Vooraf.', 'Een PDF bevat hooguit de nieuwste 5000 regels; de 7 oudere staan er niet in.']);
});
