import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './DayHeader.module.css';
import { addDays, withCapital } from './dates.ts';
import { PickDay } from './PickDay.tsx';
import { goToDate } from './reviewWindow.ts';

const DayReportDialog = lazy(async () => ({ default: (await import('./DayReportDialog.tsx')).DayReportDialog }));

export interface DaySteps {
  today: string;
  previous: () => void;
  next: () => void;
}

/** The ways to another day; never one after today. */
export function useDaySteps(date: string, isToday: boolean): DaySteps {
  const format = useFormat();
  const today = isToday ? date : format.dayOf(Date.now());
  const go = (day: string) => goToDate(day >= today ? null : day);
  return {
    today,
    previous: () => go(addDays(date, -1)),
    next: () => {
      if (!isToday) go(addDays(date, 1));
    },
  };
}

interface Props {
  date: string;
  isToday: boolean;
  steps: DaySteps;
}

export function DayHeader({ date, isToday, steps }: Props) {
  const t = useTexts();
  const format = useFormat();
  const [reporting, setReporting] = useState(false);
  return (
    <div className={styles.header}>
      <h2 className={styles.date}>
        {withCapital(format.longDate(date))}
        {isToday && <Tag>{t('common:today')}</Tag>}
      </h2>
      <div className={styles.steps}>
        <Button variant="default" size="xs" onClick={() => setReporting(true)}>
          {t('dayReport:open')}
        </Button>
        {!isToday && (
          <Button variant="default" size="xs" onClick={() => goToDate(null)}>
            {t('review:day.backToToday')}
          </Button>
        )}
        <IconButton
          label={t('review:day.previous')}
          shortcut="←"
          icon={<IconChevronLeft aria-hidden="true" />}
          onPress={steps.previous}
        />
        <PickDay today={steps.today} />
        <IconButton
          label={t('review:day.next')}
          shortcut="→"
          icon={<IconChevronRight aria-hidden="true" />}
          onPress={steps.next}
        />
      </div>
      {reporting && (
        <Suspense>
          <DayReportDialog date={date} onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </div>
  );
}
