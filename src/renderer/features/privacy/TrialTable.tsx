import type { Trial, TrialOfKind } from '../../../shared/contract/privacy.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import styles from './privacy.module.css';

/** What would go of each kind, from when it is, and what stays although its term is over. */
export function TrialTable({ trial }: { trial: Trial }) {
  const t = useTexts();
  const format = useFormat();
  const rangeOf = ({ oldestAt, newestAt }: TrialOfKind): string => {
    if (oldestAt === null || newestAt === null) return '';
    const [from, until] = [format.date(oldestAt), format.date(newestAt)];
    return from === until ? from : t('privacy:erasing.range', { from, until });
  };
  return (
    <DataTable
      label={t('privacy:erasing.tableLabel')}
      columns={[
        t('privacy:retention.kind'),
        t('privacy:erasing.goes'),
        t('privacy:erasing.period'),
        t('privacy:erasing.stays'),
      ]}
    >
      {trial.kinds
        .filter(({ goes, stays }) => goes > 0 || stays.length > 0)
        .map((ofKind) => (
          <tr key={ofKind.kind}>
            <th scope="row" className={styles.what}>
              {t(`privacy:retention.kinds.${ofKind.kind}`)}
            </th>
            <td className={styles.count}>
              {ofKind.goes === 0 ? t('privacy:erasing.none') : format.number(ofKind.goes)}
            </td>
            <td>{rangeOf(ofKind)}</td>
            <td>
              {ofKind.stays.map(({ reason, count }) => (
                <span key={reason} className={styles.help}>
                  {t('privacy:erasing.stay', {
                    count,
                    why: t(`privacy:erasing.reason.${reason}`),
                  })}
                </span>
              ))}
            </td>
          </tr>
        ))}
    </DataTable>
  );
}
