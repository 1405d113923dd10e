import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HandOverKind, Receiver } from '../../../shared/contract/handOvers.ts';
import { announce } from '../../app/announce.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { isTyping, type Shortcuts, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { changeNote, useNote } from '../contacts/noteStore.ts';
import styles from './ChooseHandOverSheet.module.css';
import { TypedTime } from './TypedTime.tsx';
import { useHandOverChoices } from './useHandOvers.ts';
import { useHandOverWords } from './useHandOverWords.ts';

interface Props {
  kind: HandOverKind;
  onClose: () => void;
}

const LETTERS = 'abcdefghijklmnopqrsuvwxyz';

const isSame = (one: Receiver, other: Receiver): boolean =>
  one.kind === 'worker'
    ? other.kind === 'worker' && one.userId === other.userId
    : other.kind === 'role' && one.role === other.role;

/** A digit chooses when and goes back to the note; a letter before it chooses somebody else. */
export function ChooseHandOverSheet({ kind, onClose }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useHandOverWords();
  const { workers, moments } = useHandOverChoices();
  const chosen = useNote(({ note }) => (note?.handOver?.kind === kind ? note.handOver : null));
  const receivers = useReceivers(kind);
  const [picked, setPicked] = useState<Receiver | null>(chosen?.to ?? null);
  const to = picked ?? receivers[0]?.to ?? null;

  function choose(dueAt: number): void {
    if (!to) return;
    const handOver = { kind, to, dueAt };
    changeNote({ handOver });
    onClose();
    announce(words.chosen(handOver, workers, now));
  }

  function takeBack(): void {
    changeNote({ handOver: null });
    onClose();
  }

  const byLetter = receivers.map((receiver, index) => [LETTERS[index] ?? '', () => setPicked(receiver.to)] as const);
  const byDigit = moments.map(({ at }, index) => [String(index + 1), () => choose(at)] as const);
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => (isTyping(event.target) ? false : act());
  const keys: Shortcuts = Object.fromEntries(
    [...byLetter, ...byDigit, ...(chosen ? [['0', takeBack] as const] : [])].map(([key, act]) => [
      key,
      unlessTyping(act),
    ]),
  );
  useShortcuts('sheet', keys);

  return (
    <Sheet title={t(`handOvers:kind.${kind}`)} closeLabel={t('desk:escBack')} onClose={onClose}>
      <Chips title={t(`handOvers:who.${kind}`)}>
        {receivers.map((receiver, index) => (
          <Chip
            key={receiver.label}
            hint={LETTERS[index]?.toUpperCase()}
            selected={to !== null && isSame(receiver.to, to)}
            onToggle={() => setPicked(receiver.to)}
          >
            {receiver.label}
          </Chip>
        ))}
      </Chips>
      <Chips title={t('handOvers:when')} aside={t('handOvers:whenHelp')}>
        {moments.map(({ kind: moment, at }, index) => (
          <Chip key={moment} hint={String(index + 1)} selected={chosen?.dueAt === at} onToggle={() => choose(at)}>
            {moment === 'nextWorkingDay'
              ? sentenceCase(format.until(at, now))
              : `${t(`handOvers:moment.${moment}`)} · ${format.time(at)}`}
          </Chip>
        ))}
      </Chips>
      <TypedTime shortcut={String(moments.length + 1)} onTime={choose} />
      {chosen && (
        <div className={styles.chosen}>
          <span>{words.chosen(chosen, workers, now)}</span>
          <Button size="xs" variant="default" onClick={takeBack} aria-keyshortcuts="0">
            {t('handOvers:takeBack')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** For a call-back oneself comes first; for a hand-over whoever of the front office is there. */
function useReceivers(kind: HandOverKind): { to: Receiver; label: string }[] {
  const t = useTexts();
  const { user } = useUnlocked();
  const { workers } = useHandOverChoices();
  const you = { to: { kind: 'worker', userId: user.id } as const, label: t('handOvers:you') };
  const roles = (['receptionist', 'manager'] as const).map((role) => ({
    to: { kind: 'role', role } as const,
    label: t(`handOvers:role.${role}`),
  }));
  const colleagues = workers
    .filter(({ id }) => id !== user.id)
    .map(({ id, name }) => ({ to: { kind: 'worker', userId: id } as const, label: name }));
  return kind === 'callBack' ? [you, ...colleagues, ...roles] : [...roles, ...colleagues];
}
