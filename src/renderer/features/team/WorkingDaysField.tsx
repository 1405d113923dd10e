import { weekday as weekdaySchema } from '../../../shared/contract/base.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { useWeekdays } from '../agreements/moments.ts';
import styles from './team.module.css';

interface Props {
  days: readonly number[];
  onChange: (days: number[]) => void;
}

/** On which days of the week somebody works. */
export function WorkingDaysField({ days, onChange }: Props) {
  const t = useTexts();
  const [short, long] = [useWeekdays('short'), useWeekdays('long')];
  return (
    <div className={styles.wide}>
      <Chips title={t('team:workingDays')} error={days.length === 0 ? t('team:noWorkingDays') : null}>
        {short.map((name, index) => {
          const day = weekdaySchema.parse(index + 1);
          const isChosen = days.includes(day);
          return (
            <Chip
              key={name}
              selected={isChosen}
              onToggle={() => onChange(isChosen ? days.filter((other) => other !== day) : [...days, day].sort())}
            >
              <span aria-hidden="true">{name}</span>
              <span className="visually-hidden">{long[index]}</span>
            </Chip>
          );
        })}
      </Chips>
      <small>{t('team:workingDaysHint')}</small>
    </div>
  );
}
