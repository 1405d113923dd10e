import type { ReviewDay, ReviewedIncident } from '../../../shared/contract/review.ts';
import { useTexts } from '../../app/texts.ts';
import { IncidentRow } from './IncidentRow.tsx';
import styles from './IncidentTable.module.css';

interface Props {
  day: ReviewDay;
  walk: readonly ReviewedIncident[];
  chosen: ReviewedIncident | null;
  /** Each row by its incident, for moving the focus. */
  rows: Map<number, HTMLTableRowElement>;
}

const columns = ['time', 'worker', 'caller', 'what', 'severity', 'outcome', 'status'] as const;

/** The day's incidents, and under them what nobody has reviewed of the days before. */
export function IncidentTable({ day, walk, chosen, rows }: Props) {
  const t = useTexts();
  const earlier = walk.slice(day.incidents.length);
  const rowOf = (incident: ReviewedIncident, withDate: boolean) => (
    <IncidentRow
      key={incident.id}
      incident={incident}
      withDate={withDate}
      chosen={incident.id === chosen?.id}
      rowRef={(row) => {
        if (row) rows.set(incident.id, row);
        else rows.delete(incident.id);
      }}
    />
  );
  return (
    <div className={styles.card}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are walked and chosen, which makes it a grid */}
      <table className={styles.table} role="grid" aria-label={t('review:table.label')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`review:table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {day.incidents.length > 0 && <tbody>{day.incidents.map((incident) => rowOf(incident, false))}</tbody>}
        {earlier.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={columns.length} className={styles.group}>
                {t('review:table.earlier')}
              </th>
            </tr>
            {earlier.map((incident) => rowOf(incident, true))}
          </tbody>
        )}
      </table>
    </div>
  );
}
