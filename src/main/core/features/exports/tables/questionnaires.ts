import type { ExportPeriod } from '../../../../../shared/contract/exports.ts';
import { type ClosedQuestionnaire, questionNames, questions } from '../../../../../shared/contract/questionnaires.ts';
import { readClosed } from '../../questionnaires/queries.ts';
import type { Cell, ExportTable, Making } from '../table.ts';

function rowsOf({ result }: ClosedQuestionnaire, t: Making['t']): Cell[][] {
  if (!result.everybody) return [];
  const groups = [
    { name: t('questionnaires:everybody'), size: result.answered, counts: result.everybody },
    ...result.groups.map((group) => ({ ...group, name: group.name || t('questionnaires:noFunction') })),
  ];
  return questionNames.flatMap((question) =>
    groups.flatMap(({ name, size, counts }) =>
      questions[question].map((choice, index) => [
        t(`questionnaires:questions.${question}`),
        name,
        t(`questionnaires:choices.${choice}`),
        counts[question][index] ?? 0,
        size,
      ]),
    ),
  );
}

/** What the questionnaires said that closed in some days: the result as it was made, and nothing else is left. */
export async function questionnairesTable(making: Making, { from, lastDay }: ExportPeriod): Promise<ExportTable> {
  const { database, t } = making;
  const closed = (await readClosed(database)).filter((one) => one.lastDay >= from && one.lastDay <= lastDay);
  return {
    ...{ title: t('exports:what.questionnaires'), from, lastDay },
    remarks: [t('questionnaires:period'), t('questionnaires:keptBack')],
    columns: [
      { title: t('exports:columns.question'), width: 10 },
      { title: t('team:function'), width: 5 },
      { title: t('questionnaires:answer'), width: 5 },
      { title: t('exports:columns.count'), width: 3 },
      { title: t('exports:columns.total'), width: 3 },
    ],
    sections: closed.map((one) => ({
      title: t('questionnaires:resultTitle', { from: one.openedOn, until: one.lastDay }),
      rows: rowsOf(one, t),
    })),
  };
}
