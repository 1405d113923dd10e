import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { type TrendFilter, type TrendReport, trendDimension } from '../../../shared/contract/trends.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Section } from '../../components/Page.tsx';
import { filterOf, isOfPeople } from './choices.ts';
import styles from './trends.module.css';
import { useTrendWords } from './useTrendWords.ts';

interface Props {
  report: TrendReport;
  /** What the page is narrowed to. */
  only: TrendFilter | null;
  onOnly: (only: TrendFilter) => void;
}

/** The incidents of the whole time, told apart by one thing, each beside the contacts it belongs to. */
export function TrendGroups({ report, only, onOnly }: Props) {
  const t = useTexts();
  const format = useFormat();
  const words = useTrendWords();
  const [of, setOf] = useState<(typeof trendDimension.options)[number]>('cause');
  const groups = report.groups[of];
  const ofPeople = of === 'function' || of === 'department';
  const whyNone = isOfPeople(only) || (ofPeople && only) ? 'notWhenNarrowed' : ofPeople ? 'tooFew' : 'none';
  const highest = Math.max(...groups.map(({ perHundred }) => perHundred ?? 0), 0.1);
  const columns = [
    t('trends:groups.value'),
    t('trends:chart.perHundred'),
    t('trends:chart.incidents'),
    t('trends:chart.contacts'),
    { hidden: t('trends:groups.onlyThis') },
  ];
  return (
    <Section
      title={t('trends:groups.title')}
      explain={t(`trends:groups.explain.${of}`)}
      action={
        <Select
          label={t('trends:groups.by')}
          className={styles.by}
          value={of}
          onChange={(value) => setOf(trendDimension.parse(value))}
          data={trendDimension.options.map((value) => ({ value, label: t(`trends:groups.of.${value}`) }))}
        />
      }
    >
      {groups.length === 0 ? (
        <p>{t(`trends:groups.${whyNone}`)}</p>
      ) : (
        <DataTable label={t('trends:groups.title')} columns={columns}>
          {groups.map(({ value, perHundred, incidents, contacts }) => {
            const name = words.value(of, value);
            const narrower = incidents > 0 ? filterOf(of, value) : null;
            return (
              <tr key={value ?? 'null'}>
                <th scope="row">{name}</th>
                <td>
                  <span className={styles.rate}>
                    <span>{perHundred === null ? t('trends:chart.none') : format.number(perHundred)}</span>
                    <span className={styles.track} aria-hidden="true">
                      <span className={styles.share} style={{ width: `${((perHundred ?? 0) / highest) * 100}%` }} />
                    </span>
                  </span>
                </td>
                <td>{format.number(incidents)}</td>
                <td>{format.number(contacts)}</td>
                <td className={styles.end}>
                  {narrower && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('trends:groups.onlyThisOf', { value: name })}
                      onClick={() => onOnly(narrower)}
                    >
                      {t('trends:groups.onlyThis')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </DataTable>
      )}
    </Section>
  );
}
