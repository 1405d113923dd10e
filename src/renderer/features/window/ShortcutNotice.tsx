import { Button } from '@mantine/core';
import { useState } from 'react';
import { keysOf } from '../../../shared/shortcutKeys.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { useWindowActions, useWindowState } from './useWindow.ts';

/** Another program holds the key that brings this window up: another one, in one press. */
export function ShortcutNotice() {
  const t = useTexts();
  const state = useWindowState();
  const { setShortcut } = useWindowActions();
  const [refused, setRefused] = useState<string[]>([]);
  const [isPutOff, setPutOff] = useState(false);
  if (!state || isPutOff || !state.shortcut.supported || state.shortcut.registered) return null;

  const offered = state.shortcut.alternatives.find((one) => !refused.includes(one));
  const last = refused.at(-1);

  async function take(accelerator: string): Promise<void> {
    if (!(await setShortcut(accelerator))) setRefused([...refused, accelerator]);
  }

  return (
    <Notice
      tone="plain"
      title={
        last
          ? t('desk:shortcutAlsoTaken', { shortcut: keysOf(last) })
          : t('desk:shortcutTaken', { shortcut: keysOf(state.shortcut.accelerator) })
      }
      actions={
        <>
          {offered && (
            <Button size="xs" onClick={() => void take(offered)}>
              {t('desk:shortcutTry', { shortcut: keysOf(offered) })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setPutOff(true)}>
            {t('desk:notNow')}
          </Button>
        </>
      }
    >
      <small>{t('desk:shortcutMeaning')}</small>
    </Notice>
  );
}
