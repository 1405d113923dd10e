import { IconArrowsMinimize, IconClipboardList, IconLock, IconPin, IconPinFilled } from '@tabler/icons-react';
import { openSheet } from '../../app/deskStore.ts';
import { useNow } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Bucket } from '../../components/Bucket.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Pill } from '../../components/Pill.tsx';
import { Tag } from '../../components/Tag.tsx';
import { TopBar } from '../../components/TopBar.tsx';
import { bucketWords } from '../breaks/bucketWords.ts';
import { useBreakState } from '../breaks/useBreaks.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { useWindowActions, useWindowState } from './useWindow.ts';

/** Whose practice, who is at work, the worker's own bucket, and what the window can do. */
export function DeskTopBar() {
  const t = useTexts();
  const session = useUnlocked();
  const window = useWindowState();
  const { setAlwaysOnTop, setBar, openReview, lock } = useWindowActions();
  const onTop = window?.alwaysOnTop === true;
  return (
    <TopBar
      title={session.demoLoaded ? <DemoTitle practiceName={session.practiceName} /> : session.practiceName}
      keeps="aside"
      aside={<Pill>{session.user.name}</Pill>}
    >
      <BreakStatus />
      {session.user.role === 'manager' && (
        <IconButton
          label={t('desk:review')}
          shortcut="Ctrl+D"
          icon={<IconClipboardList />}
          onPress={() => void openReview()}
        />
      )}
      <IconButton
        label={t(onTop ? 'desk:unpin' : 'desk:pin')}
        icon={onTop ? <IconPinFilled /> : <IconPin />}
        pressed={onTop}
        onPress={() => void setAlwaysOnTop(!onTop)}
      />
      <IconButton
        label={t('desk:shrink')}
        shortcut="Ctrl+."
        icon={<IconArrowsMinimize />}
        onPress={() => void setBar(true)}
      />
      <IconButton label={t('common:lock')} shortcut="Ctrl+L" icon={<IconLock />} onPress={() => void lock()} />
      <MoreMenu />
    </TopBar>
  );
}

/** That these callers are invented says more than the practice's name, and there is no room for both on one line. */
function DemoTitle({ practiceName }: { practiceName: string }) {
  const t = useTexts();
  return (
    <span title={t('desk:demoHelp')}>
      <span className="visually-hidden">{practiceName}: </span>
      <Tag tone="due">{t('desk:demo')}</Tag>
    </span>
  );
}

/** The bucket, with the minutes of a break that runs. */
function BreakStatus() {
  const t = useTexts();
  const now = useNow();
  const state = useBreakState();
  if (!state) return null;
  const { running } = state;
  const minutes = running ? Math.max(0, Math.floor((now - running.startedAt) / 60_000)) : 0;
  return (
    <IconButton
      label={
        running
          ? t(running.kind === 'break' ? 'breaks:timer.running' : 'breaks:timer.runningOther', {
              count: minutes,
            })
          : bucketWords(state, t)
      }
      withLabel={running !== null && t('breaks:timer.minutes', { count: minutes })}
      icon={<Bucket level={state.level} line={state.line} />}
      onPress={() => openSheet({ kind: 'break' })}
    />
  );
}
