import { useState } from 'react';
import { type Duty, duty as duties, type Turn } from '../../../shared/contract/rotation.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import styles from './rotation.module.css';

interface Props {
  name: string;
  slot: Pick<Turn, 'day' | 'part'>;
  current: Duty | null;
  /** Has a duty, and is not there. */
  isAbsent: boolean;
  onChoose: (duty: Duty | null) => void;
}

/** A name in the week plan, with the duties that it can be moved to. */
export function TurnMenu({ name, slot, current, isAbsent, onChoose }: Props) {
  const t = useTexts();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const label = t('rotation:changeOf', {
    name,
    day: format.longDate(slot.day),
    part: t(`rotation:part.${slot.part}`),
    duty: current ? t(`rotation:duty.${current}`) : t('rotation:noDuty'),
  });
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      target={
        <button type="button" className={styles.name} aria-label={label} data-absent={isAbsent}>
          {isAbsent ? t('rotation:absent', { name }) : name}
        </button>
      }
    >
      {duties.options
        .filter((duty) => duty !== current)
        .map((duty) => (
          <MenuItem key={duty} onClick={() => onChoose(duty)}>
            {t(`rotation:duty.${duty}`)}
          </MenuItem>
        ))}
      {current !== null && <MenuItem onClick={() => onChoose(null)}>{t('rotation:takeOut')}</MenuItem>}
    </Menu>
  );
}
