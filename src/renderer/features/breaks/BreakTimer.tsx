import { Button } from '@mantine/core';
import type { BreakState } from '../../../shared/contract/breaks.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { StatusLine } from '../window/StatusLine.tsx';
import { AskTakeOver } from './AskTakeOver.tsx';
import styles from './BreakTimer.module.css';
import { useBreakActions } from './useBreaks.ts';

const MINUTE = 60_000;

interface Props {
  state: BreakState;
  running: NonNullable<BreakState['running']>;
}

/** What is left of the proposed minutes; after them the minutes away, because nobody is told when it has been enough. */
export function BreakTimer({ state, running }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow(5_000);
  const { end, start } = useBreakActions();
  const passed = Math.max(0, now - running.startedAt);
  const left = state.suggestedMinutes * MINUTE - passed;
  const isBreak = running.kind === 'break';
  const countsDown = isBreak && left > 0;
  const minutes = countsDown ? Math.ceil(left / MINUTE) : Math.floor(passed / MINUTE);
  const share = Math.min(1, passed / (state.suggestedMinutes * MINUTE));

  useShortcuts('sheet', { Enter: (event) => (enterHasMeaning(event.target) ? false : void end(running)) });

  return (
    <div className={styles.timer}>
      {isBreak && (
        <svg className={styles.ring} viewBox="0 0 120 120" aria-hidden="true">
          <circle className={styles.track} cx="60" cy="60" r="52" pathLength="1" />
          <circle className={styles.passed} cx="60" cy="60" r="52" pathLength="1" strokeDasharray={`${share} 1`} />
        </svg>
      )}
      <p className={styles.minutes} role="timer">
        <b>{minutes}</b>
        <span>{t(countsDown ? 'breaks:timer.left' : 'breaks:timer.taken', { count: minutes })}</span>
      </p>
      <p className={styles.calm}>{t(isBreak ? 'breaks:timer.calm' : 'breaks:timer.calmOther')}</p>
      {isBreak && <p>{t('breaks:timer.tip')}</p>}
      <small>
        {t('breaks:timer.since', { time: format.time(running.startedAt) })}
        {isBreak &&
          ` · ${t(countsDown ? 'breaks:timer.suggested' : 'breaks:timer.enough', { count: state.suggestedMinutes })}`}
      </small>
      <div className={styles.actions}>
        <Button onClick={() => void end(running)} aria-keyshortcuts="Enter">
          {t('breaks:timer.back')}
          <KeyHint>⏎</KeyHint>
        </Button>
        {isBreak && (
          <Button variant="default" onClick={() => void start('otherWork', running)}>
            {t('breaks:timer.toOtherWork')}
          </Button>
        )}
      </div>
      <AskTakeOver request={state.request} centred />
      <StatusLine />
    </div>
  );
}
