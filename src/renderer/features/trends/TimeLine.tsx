import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { TrendReport } from '../../../shared/contract/trends.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './trends.module.css';
import { eventsOf, useTrendWords } from './useTrendWords.ts';

const TrendChart = lazy(() => import('./TrendChart.tsx'));

/** The rates of each period, as a chart or as a table; a screen reader always has the table. */
export function TimeLine({ report }: { report: TrendReport }) {
  const t = useTexts();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { total, periods, events } = report;
  return (
    <Section
      title={t('trends:chart.title')}
      explain={
        total.perHundred === null
          ? t('trends:totalNoContacts')
          : t('trends:total', {
              count: total.incidents,
              contacts: format.number(total.contacts),
              perHundred: format.number(total.perHundred),
            })
      }
      action={
        <SegmentedControl
          aria-label={t('trends:chart.view')}
          value={asTable ? 'table' : 'chart'}
          onChange={(value) => setAsTable(value === 'table')}
          data={[
            { value: 'chart', label: t('trends:chart.asChart') },
            { value: 'table', label: t('trends:chart.asTable') },
          ]}
        />
      }
    >
      {!asTable && (
        <div aria-hidden="true">
          <Suspense fallback={<div className={styles.chart} />}>
            <TrendChart report={report} />
          </Suspense>
          <p className={styles.legend}>
            {total.perHundred !== null && (
              <span>{t('trends:chart.legendAverage', { value: format.number(total.perHundred) })}</span>
            )}
            {periods.some(({ signal }) => signal) && <span>{t('trends:chart.legendAbove')}</span>}
            {periods.some(({ withheld }) => withheld) && <span>{t('trends:chart.legendWithheld')}</span>}
            {events.length > 0 && <span>{t('trends:chart.legendEvents')}</span>}
          </p>
        </div>
      )}
      <div className={styles.table}>
        <div className={asTable ? undefined : 'visually-hidden'}>
          <PeriodTable report={report} />
        </div>
      </div>
    </Section>
  );
}

function PeriodTable({ report: { unit, periods, events } }: { report: TrendReport }) {
  const t = useTexts();
  const format = useFormat();
  const words = useTrendWords();
  const columns = ['period', 'contacts', 'incidents', 'perHundred', 'remarkable'] as const;
  return (
    <DataTable label={t('trends:chart.title')} columns={columns.map((column) => t(`trends:chart.${column}`))}>
      {periods.toReversed().map((period) => {
        const remarkable = [
          ...(period.withheld ? [t('trends:withheld')] : []),
          ...(period.signal ? [words.shortSignal(period.signal)] : []),
          ...eventsOf(events, period).map(({ event, index }) =>
            t('trends:events.labelled', { letter: words.letter(index), event: words.event(event) }),
          ),
        ];
        return (
          <tr key={period.from}>
            <th scope="row">{words.period(unit, period)}</th>
            <td>{period.withheld ? t('trends:chart.none') : format.number(period.contacts)}</td>
            <td>{period.withheld ? t('trends:chart.none') : format.number(period.incidents)}</td>
            <td>{period.perHundred === null ? t('trends:chart.none') : format.number(period.perHundred)}</td>
            <td>{remarkable.join('; ')}</td>
          </tr>
        );
      })}
    </DataTable>
  );
}
