import { Button } from '@mantine/core';
import { IconCup } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announce } from '../../app/announce.ts';
import { useTexts } from '../../app/texts.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Notice } from '../../components/Notice.tsx';
import { AskTakeOver } from './AskTakeOver.tsx';
import { becauseOf } from './becauseOf.ts';
import { useBreakActions, useBreakState } from './useBreaks.ts';

/** Proposes a break: never takes the focus, never covers what is typed, can be put off once. */
export function BreakPrompt() {
  const t = useTexts();
  const state = useBreakState();
  const { snooze, start } = useBreakActions();
  const isShown = state?.prompt === true;
  const title = t(state?.line === 'insist' ? 'breaks:prompt.insist' : 'breaks:prompt.suggest');

  useEffect(() => {
    if (isShown) announce(title);
  }, [isShown, title]);

  if (!state || !isShown) return null;
  return (
    <Notice
      tone="calm"
      label={t('breaks:prompt.label')}
      icon={<IconCup size="1.2em" aria-hidden="true" />}
      title={title}
      actions={
        <>
          <Button size="xs" onClick={() => void start('break', state.running)} aria-keyshortcuts="F10">
            {t('breaks:prompt.start')}
            <KeyHint>F10</KeyHint>
          </Button>
          {state.canSnooze && (
            <Button size="xs" variant="default" onClick={() => void snooze()}>
              {t('breaks:prompt.snooze', { count: state.snoozeMinutes })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void start('otherWork', state.running)}>
            {t('breaks:prompt.otherWork')}
          </Button>
          {(state.line === 'insist' || state.request) && <AskTakeOver request={state.request} size="xs" />}
        </>
      }
    >
      <span>
        {becauseOf(state, t)} <small>{t('breaks:bucket.onlyYou')}</small>
      </span>
    </Notice>
  );
}
