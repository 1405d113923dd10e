import { IconArrowForwardUp, IconCheck, IconPhoneOutgoing } from '@tabler/icons-react';
import type { DoneHandOver, HandOver } from '../../../shared/contract/handOvers.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { OptionRow } from '../../components/OptionRow.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './HandOverRows.module.css';
import { useHandOverWords } from './useHandOverWords.ts';

interface ToDoProps {
  handOver: HandOver;
  now: number;
  /** The one that the key marks as done when nothing is chosen. */
  isFirst: boolean;
}

export function ToDoRow({ handOver, now, isFirst }: ToDoProps) {
  const t = useTexts();
  const words = useHandOverWords();
  const { kind, state, text, reason, givenByYou, giverName } = handOver;
  const detail = [
    kind === 'callBack' && !givenByYou && t('handOvers:askedBy', { giver: giverName }),
    reason && t(`contacts:reason.${reason}`).toLocaleLowerCase(),
    text.trim(),
  ];
  return (
    <OptionRow
      mark={kind === 'callBack' ? <IconPhoneOutgoing size="1.1em" /> : <IconArrowForwardUp size="1.1em" />}
      end={<Tag tone={words.tone(state)}>{words.due(handOver, now)}</Tag>}
      detail={
        <span className={styles.detail}>
          <span className={styles.text}>{detail.filter(Boolean).join(' · ')}</span>
          {isFirst && (
            <span aria-hidden="true">
              <Kbd>Alt K</Kbd>
            </span>
          )}
        </span>
      }
    >
      {words.toDo(handOver)}
    </OptionRow>
  );
}

export function DoneRow({ handOver, now }: { handOver: DoneHandOver; now: number }) {
  const t = useTexts();
  const format = useFormat();
  const words = useHandOverWords();
  return (
    <OptionRow
      mark={<IconCheck size="1.1em" />}
      end={<Tag tone="calm">{t('handOvers:seen')}</Tag>}
      detail={format.ago(handOver.doneAt, now)}
    >
      {t(`handOvers:doneBy.${handOver.kind}`, { who: handOver.doneByName, name: words.nameOf(handOver) })}
    </OptionRow>
  );
}
