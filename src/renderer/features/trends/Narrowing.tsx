import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type TrendFilter, type TrendReport, trendDimension } from '../../../shared/contract/trends.ts';
import { useTexts } from '../../app/texts.ts';
import { choicesOf, filterOf, firstOf, isOfPeople, NOT_FILLED_IN } from './choices.ts';
import styles from './trends.module.css';
import { useTrendWords } from './useTrendWords.ts';

interface Props {
  report: TrendReport;
  only: TrendFilter | null;
  onOnly: (only: TrendFilter | null) => void;
}

const EVERYTHING = 'everything';

/** Of what the page tells: of everything, or of one day of the week, some hours, one function … */
export function Narrowing({ report, only, onOnly }: Props) {
  const t = useTexts();
  return (
    <div className={styles.only}>
      <span aria-hidden="true">{t('trends:onlyLabel')}</span>
      <Select
        size="xs"
        className={styles.dimension}
        aria-label={t('trends:onlyBy')}
        value={only?.of ?? EVERYTHING}
        onChange={(value) => onOnly(value === EVERYTHING ? null : firstOf(trendDimension.parse(value), report))}
        allowDeselect={false}
        maxDropdownHeight={320}
        data={[
          { value: EVERYTHING, label: t('trends:everything') },
          ...trendDimension.options.map((of) => ({
            value: of,
            label: t(`trends:groups.of.${of}`),
            disabled: firstOf(of, report) === null,
          })),
        ]}
      />
      {only && (
        <>
          {only.of === 'hour' ? <Hours only={only} onOnly={onOnly} /> : <Value {...{ report, only, onOnly }} />}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconX size="1em" aria-hidden="true" />}
            onClick={() => onOnly(null)}
          >
            {t('trends:onlyOff')}
          </Button>
        </>
      )}
      {isOfPeople(only) && <small className={styles.peopleNote}>{t('trends:peopleNote')}</small>}
    </div>
  );
}

interface ValueProps {
  report: TrendReport;
  only: Exclude<TrendFilter, { of: 'hour' }>;
  onOnly: (only: TrendFilter | null) => void;
}

function Value({ report, only, onOnly }: ValueProps) {
  const t = useTexts();
  const words = useTrendWords();
  const chosen = only.value === null ? NOT_FILLED_IN : String(only.value);
  // What is chosen stays in the list also where this time has nothing of it.
  const choices = [...new Set([...choicesOf(only.of, report), chosen])];
  return (
    <Select
      size="xs"
      className={styles.value}
      aria-label={t(`trends:groups.of.${only.of}`)}
      value={chosen}
      onChange={(value) => value !== null && onOnly(filterOf(only.of, value))}
      allowDeselect={false}
      maxDropdownHeight={320}
      data={choices.map((value) => ({
        value,
        label: words.value(only.of, value === NOT_FILLED_IN ? null : value),
      }))}
    />
  );
}

interface HoursProps {
  only: Extract<TrendFilter, { of: 'hour' }>;
  onOnly: (only: TrendFilter) => void;
}

const HOURS_OF_A_DAY = 24;
const clock = (hour: number) => ({ value: String(hour), label: `${hour}:00` });

/** From which hour until which: the later one always lies behind the other. */
function Hours({ only: { from, until }, onOnly }: HoursProps) {
  const t = useTexts();
  const hours = Array.from({ length: HOURS_OF_A_DAY }, (_, hour) => hour);
  const set = (changed: { from: number; until: number }) => onOnly({ of: 'hour', ...changed });
  return (
    <>
      <Select
        size="xs"
        className={styles.hour}
        aria-label={t('trends:hourFrom')}
        value={String(from)}
        onChange={(value) => set({ from: Number(value), until: Math.max(until, Number(value) + 1) })}
        allowDeselect={false}
        data={hours.map(clock)}
      />
      <span>{t('trends:hourUntil')}</span>
      <Select
        size="xs"
        className={styles.hour}
        aria-label={t('trends:hourUntil')}
        value={String(until)}
        onChange={(value) => set({ from: Math.min(from, Number(value) - 1), until: Number(value) })}
        allowDeselect={false}
        data={hours.map((hour) => clock(hour + 1))}
      />
    </>
  );
}
