import { Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type TrendQuestion, type TrendReport, trendUnit } from '../../../shared/contract/trends.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { isOfPeople } from './choices.ts';
import { Narrowing } from './Narrowing.tsx';
import styles from './trends.module.css';
import { useTrendWords } from './useTrendWords.ts';

interface Props {
  report: TrendReport;
  question: TrendQuestion;
  onChange: (changed: Partial<TrendQuestion>) => void;
}

/** In which steps, of which time, and of what. */
export function TrendControls({ report, question, onChange }: Props) {
  const t = useTexts();
  const words = useTrendWords();
  const { unit, until, only } = question;
  return (
    <div className={styles.controls}>
      <SegmentedControl
        aria-label={t('trends:unitLabel')}
        value={unit}
        onChange={(value) => onChange({ unit: trendUnit.parse(value), until: null })}
        data={trendUnit.options.map((value) => ({
          value,
          label: t(`trends:unit.${value}`),
          disabled: value === 'day' && isOfPeople(only),
        }))}
      />
      <div className={styles.time}>
        <IconButton
          label={t('trends:earlier')}
          icon={<IconChevronLeft aria-hidden="true" />}
          onPress={() => onChange({ until: report.earlierUntil })}
        />
        <span className={styles.range} role="status">
          {words.range(report.from, report.lastDay)}
        </span>
        <IconButton
          label={t('trends:later')}
          icon={<IconChevronRight aria-hidden="true" />}
          off={report.laterUntil === null}
          onPress={() => onChange({ until: report.laterUntil })}
        />
        {until !== null && (
          <Button variant="default" size="xs" onClick={() => onChange({ until: null })}>
            {t('trends:toNow')}
          </Button>
        )}
      </div>
      <Narrowing report={report} only={only} onOnly={(changed) => onChange({ only: changed })} />
    </div>
  );
}
