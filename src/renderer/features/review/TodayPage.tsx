import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReviewDay } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { isInDialog, isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { AttentionCards } from './AttentionCards.tsx';
import { Causes } from './Causes.tsx';
import { DayFigures } from './DayFigures.tsx';
import { DayHeader, useDaySteps } from './DayHeader.tsx';
import { Decided } from './Decided.tsx';
import { IncidentPanel } from './IncidentPanel.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { NoIncidents } from './NoIncidents.tsx';
import { chooseIncident, useReviewWindow } from './reviewWindow.ts';
import styles from './TodayPage.module.css';
import { WeekRates } from './WeekRates.tsx';
import { chosenOf, walkOf } from './walk.ts';

/** True while nothing that can be used has the focus, so that the table may take it. */
const isFocusFree = (): boolean => document.activeElement?.matches('body, main') ?? true;

/** The panel beside the table scrolls with the keys that otherwise walk. */
const isInPanel = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('aside') !== null;

/** Looking back on a day: its figures, its incidents, and the one that is chosen. */
export function TodayPage() {
  const t = useTexts();
  const { queries } = useApi();
  const date = useReviewWindow((window) => window.date);
  const day = useQuery(queries.review.day.queryOptions({ input: { date }, placeholderData: keepPreviousData }));

  if (day.isPending) return <p className={styles.loading}>{t('common:loading')}</p>;
  if (day.isError)
    return (
      <div className={styles.loading}>
        <Notice
          tone="stop"
          title={t('review:failed')}
          actions={<Button onClick={() => void day.refetch()}>{t('review:tryAgain')}</Button>}
        />
      </div>
    );
  return <Day day={day.data} isToday={date === null} />;
}

function Day({ day, isToday }: { day: ReviewDay; isToday: boolean }) {
  const incidentId = useReviewWindow((window) => window.incidentId);
  const walk = walkOf(day);
  const chosen = chosenOf(walk, incidentId);
  const rows = useRef(new Map<number, HTMLTableRowElement>());
  const note = useRef<HTMLTextAreaElement>(null);
  const steps = useDaySteps(day.date, isToday);

  const focusRow = (id: number | undefined) => {
    if (id !== undefined) rows.current.get(id)?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page opens, and on another day
  useEffect(() => {
    if (isFocusFree()) focusRow(chosen?.id);
  }, [day.date]);

  const step = (to: (index: number) => number) => (event: KeyboardEvent) => {
    if (isTyping(event.target) || isInPanel(event.target) || isInDialog(event.target) || !chosen) return false;
    const next = walk[to(walk.indexOf(chosen))];
    if (!next) return;
    chooseIncident(next.id);
    focusRow(next.id);
  };
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) =>
    isTyping(event.target) || isInDialog(event.target) ? false : act();

  useShortcuts('view', {
    ArrowDown: step((index) => index + 1),
    ArrowUp: step((index) => index - 1),
    Home: step(() => 0),
    End: step(() => walk.length - 1),
    ArrowLeft: unlessTyping(steps.previous),
    ArrowRight: unlessTyping(steps.next),
    Enter: (event) => {
      // A button keeps its own Enter.
      if (isTyping(event.target) || event.target instanceof HTMLButtonElement) return false;
      note.current?.focus();
    },
    Escape: (event) => (isInDialog(event.target) ? false : focusRow(chosen?.id)),
  });

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <DayHeader date={day.date} isToday={isToday} steps={steps} />
        {isToday && <AttentionCards />}
        <DayFigures day={day} isToday={isToday} />
        {walk.length === 0 ? (
          <NoIncidents isToday={isToday} />
        ) : (
          <IncidentTable day={day} walk={walk} chosen={chosen} rows={rows.current} />
        )}
        <div className={styles.lower}>
          <WeekRates day={day} />
          <div className={styles.lists}>
            <Causes causes={day.causes} hasIncidents={day.incidents.length > 0} />
            <Decided decided={day.decided} />
          </div>
        </div>
      </div>
      <IncidentPanel incident={chosen} walk={walk} noteInput={note} onAllReviewed={() => focusRow(chosen?.id)} />
    </div>
  );
}
