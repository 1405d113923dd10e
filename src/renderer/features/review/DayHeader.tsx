import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './DayHeader.module.css';
import { addDays, withCapital } from './dates.ts';
import { goToDate } from './reviewWindow.ts';

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
  return (
    <div className={styles.header}>
      <h2 className={styles.date}>{withCapital(format.longDate(date))}</h2>
      <div className={styles.steps}>
        {!isToday && (
          <Button variant="default" onClick={() => goToDate(null)}>
            {t('review:day.backToToday')}
          </Button>
        )}
        <IconButton
          label={t('review:day.previous')}
          shortcut="←"
          icon={<IconChevronLeft aria-hidden="true" />}
          onPress={steps.previous}
        />
        <input
          className={styles.pick}
          type="date"
          aria-label={t('review:day.pick')}
          value={date}
          max={steps.today}
          onChange={({ target }) => {
            if (target.value) goToDate(target.value >= steps.today ? null : target.value);
          }}
        />
        <IconButton
          label={t('review:day.next')}
          shortcut="→"
          icon={<IconChevronRight aria-hidden="true" />}
          onPress={steps.next}
        />
      </div>
    </div>
  );
}
