import { Button, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './DayHeader.module.css';
import { goToDate } from './reviewWindow.ts';

/** Any day up to today, typed under a button. */
export function PickDay({ today }: { today: string }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  useShortcuts('menu', opened ? { Escape: () => setOpened(false) } : {});
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      withinPortal={false}
      returnFocus
    >
      <Popover.Target>
        <IconButton
          label={t('review:day.pick')}
          icon={<IconCalendar aria-hidden="true" />}
          onPress={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <DayForm today={today} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function DayForm({ today, onDone }: { today: string; onDone: () => void }) {
  const t = useTexts();
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function show(event: FormEvent): void {
    event.preventDefault();
    if (day === '' || day > today) {
      setProblem(t('review:day.future'));
      return;
    }
    goToDate(day === today ? null : day);
    onDone();
  }

  return (
    <form noValidate className={styles.pick} onSubmit={show}>
      <DayField
        label={t('review:day.which')}
        value={day}
        problem={problem}
        autoFocus
        onChange={(typed) => {
          setDay(typed);
          setProblem(null);
        }}
      />
      <Button type="submit" size="xs">
        {t('review:day.show')}
      </Button>
    </form>
  );
}
