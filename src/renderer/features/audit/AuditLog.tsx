import { useEffect, useRef } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import { ExportButton } from '../exports/ExportButton.tsx';
import { type LogChoice, useReviewWindow } from '../review/reviewWindow.ts';
import styles from './AuditLog.module.css';
import { LogFilters } from './LogFilters.tsx';
import { LogTable } from './LogTable.tsx';
import { VerifyLog } from './VerifyLog.tsx';

const isReversed = ({ from, lastDay }: LogChoice): boolean => from !== '' && lastDay !== '' && lastDay < from;

/** What is chosen, as the core is asked for it. */
function askedOf({ userId, kind, caller, from, lastDay }: LogChoice) {
  return {
    only: {
      ...(userId !== null && { userId }),
      ...(kind !== null && { kind }),
      ...(caller !== null && { callerId: caller.id }),
    },
    days: { ...(from !== '' && { from }), ...(lastDay !== '' && { lastDay }) },
  };
}

const uses = ['keydown', 'pointerdown', 'wheel'] as const;

/** What stands above it comes in later and pushes it down; so it is shown anew, until somebody does something. */
function keepInSight(part: HTMLElement): () => void {
  const resized = new ResizeObserver(() => part.scrollIntoView({ block: 'start' }));
  if (part.parentElement) resized.observe(part.parentElement);
  const stop = () => resized.disconnect();
  for (const use of uses) addEventListener(use, stop, { capture: true, once: true });
  return () => {
    stop();
    for (const use of uses) removeEventListener(use, stop, { capture: true });
  };
}

/** Who did and saw what, newest first, and the proof that nothing was taken out. */
export function AuditLog() {
  const t = useTexts();
  const choice = useReviewWindow(({ log }) => log);
  const ledToLog = useReviewWindow((window) => window.ledToLog);
  const log = useRef<HTMLDivElement>(null);
  const { only, days } = askedOf(choice);

  useEffect(() => {
    if (ledToLog === 0 || !log.current) return;
    log.current.focus({ preventScroll: true });
    return keepInSight(log.current);
  }, [ledToLog]);

  return (
    <div ref={log} tabIndex={-1} className={styles.log}>
      <Section
        title={t('audit:title')}
        explain={t('audit:explain')}
        action={<ExportButton kinds={['audit']} log={{ only, ...days }} />}
      >
        <VerifyLog />
        <LogFilters choice={choice} />
        {choice.caller && <small>{t('audit:only.callerHint')}</small>}
        {!isReversed(choice) && <LogTable only={{ ...only, ...days }} />}
      </Section>
    </div>
  );
}
