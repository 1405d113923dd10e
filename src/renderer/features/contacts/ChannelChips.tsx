import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { channels } from './choices.ts';
import { changeNote, type Note } from './noteStore.ts';

interface Props {
  note: Note;
  hidden: boolean;
}

/** How a caller reached the front office; Alt with a digit never collides with what is typed. */
export function ChannelChips({ note, hidden }: Props) {
  const t = useTexts();
  const keys = channels.map((channel, index): [string, () => void] => [
    `Alt+${index + 1}`,
    () => changeNote({ channel }),
  ]);
  useShortcuts('view', hidden ? {} : Object.fromEntries(keys));

  return (
    <Chips title={t('contacts:channelTitle')} titleHidden>
      {channels.map((channel, index) => (
        <Chip
          key={channel}
          selected={note.channel === channel}
          onToggle={() => changeNote({ channel })}
          title={`Alt+${index + 1}`}
          shortcut={`Alt+${index + 1}`}
        >
          {t(`contacts:channel.${channel}`)}
        </Chip>
      ))}
    </Chips>
  );
}
