import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reason } from '../../../shared/contract/channel.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import { reasons } from './choices.ts';
import { changeNote, type Note } from './noteStore.ts';
import styles from './ReasonMenu.module.css';

interface Props {
  note: Note;
  hidden: boolean;
}

/** Alt+R and a digit: the reason in two presses, with the text where it was. */
export function ReasonMenu({ note, hidden }: Props) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const isOpen = opened && !hidden;

  function choose(reason: Reason | null): void {
    changeNote({ reason });
    setOpened(false);
  }

  const digits = reasons.map((reason, index): [string, () => void] => [String(index + 1), () => choose(reason)]);
  useShortcuts('view', hidden ? {} : { 'Alt+r': () => setOpened((open) => !open) });
  useShortcuts('menu', isOpen ? { ...Object.fromEntries(digits), '0': () => choose(null) } : {});

  return (
    <Menu
      opened={isOpen}
      onChange={setOpened}
      position="top-start"
      target={
        <button type="button" className={styles.target} aria-keyshortcuts="Alt+R" title="Alt+R">
          {note.reason
            ? t('contacts:reasonChosen', { reason: t(`contacts:reason.${note.reason}`).toLocaleLowerCase() })
            : t('contacts:reasonNone')}
          <IconChevronDown size="1em" aria-hidden="true" />
        </button>
      }
    >
      {reasons.map((reason, index) => (
        <MenuItem key={reason} leftSection={<Kbd>{index + 1}</Kbd>} onClick={() => choose(reason)}>
          {t(`contacts:reason.${reason}`)}
        </MenuItem>
      ))}
      <MenuItem leftSection={<Kbd>0</Kbd>} onClick={() => choose(null)}>
        {t('contacts:noReason')}
      </MenuItem>
    </Menu>
  );
}
