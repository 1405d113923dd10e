import type { ExportRequest } from '../../../../../shared/contract/exports.ts';
import { auditWords } from '../../../../../shared/i18n/auditWords.ts';
import { dayOf, rangeOfDay } from '../../../rules/practiceTime.ts';
import { narrowed } from '../../../store/auditNarrowing.ts';
import { narrowingOf } from '../../audit/narrowing.ts';
import { countEntries, readWorkerName } from '../../audit/queries.ts';
import { clockOf } from '../clock.ts';
import type { Cell, ExportTable, Making } from '../table.ts';

const AT_ONCE = 2000;

type AuditRequest = Extract<ExportRequest, { what: 'audit' }>;

/** What of the log stands in the file, when it is not everything. */
async function narrowedTo(
  { database, t }: Making,
  { userId, kind, callerId }: AuditRequest['only'],
): Promise<string[]> {
  const worker = userId === undefined ? undefined : await readWorkerName(database, userId);
  const parts = [
    worker && t('audit:only.worker', { name: worker }),
    kind && t('audit:only.kind', { kind: t(`audit:kinds.${kind}`) }),
    callerId !== undefined && t('audit:only.caller', { number: callerId }),
  ];
  const said = parts.filter((part) => typeof part === 'string');
  return said.length === 0 ? [] : [t('audit:only.all', { what: said.join(', ') })];
}

/** What the audit log says of some days, the oldest first, with the hash that holds each entry to the one before. */
export async function auditTable(making: Making, { period, only }: AuditRequest): Promise<ExportTable> {
  const { database, t, timeZone, step } = making;
  const { from, lastDay } = period;
  const words = auditWords(t);
  const days = { from: rangeOfDay(from, timeZone).from, until: rangeOfDay(lastDay, timeZone).until };
  const narrowing = narrowingOf(only, days);
  const count = await countEntries(database, narrowing);
  const rows: Cell[][] = [];
  for (let last = 0; ; ) {
    const entries = await narrowed(database, narrowing)
      .entries.leftJoin('user', 'user.id', 'auditEntry.userId')
      .select(['auditEntry.id', 'auditEntry.at', 'auditEntry.role', 'auditEntry.action', 'auditEntry.subject'])
      .select(['auditEntry.hash', 'user.name'])
      .where('auditEntry.id', '>', last)
      .orderBy('auditEntry.id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, at, name, role, action, subject, hash } of entries) {
      rows.push([
        ...[id, dayOf(at, timeZone), clockOf(at, timeZone), name ?? t('audit:system')],
        ...[role && t(`team:roles.${role}`), words.action(action), words.subject(action, subject), hash],
      ]);
    }
    step(rows.length, count);
    const end = entries.at(-1);
    if (!end || entries.length < AT_ONCE) break;
    last = end.id;
  }
  return {
    ...{ title: t('exports:what.audit'), from, lastDay },
    remarks: [t('exports:remarks.audit'), ...(await narrowedTo(making, only))],
    columns: [
      { title: t('exports:columns.number'), width: 3 },
      { title: t('exports:columns.day'), width: 4 },
      { title: t('review:table.time'), width: 3 },
      { title: t('audit:who'), width: 5 },
      { title: t('exports:columns.role'), width: 5 },
      { title: t('audit:action'), width: 8 },
      { title: t('audit:subject'), width: 7 },
      { title: t('exports:columns.hash'), width: 10 },
    ],
    sections: [{ title: t('exports:what.audit'), rows }],
  };
}
