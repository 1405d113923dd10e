import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useRef, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './TypedTime.module.css';

interface Props {
  /** The key that goes to the field. */
  shortcut: string;
  onTime: (at: number) => void;
}

/** Any other time, as it is typed. */
export function TypedTime({ shortcut, onTime }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function use(): Promise<void> {
    const { error, data } = await safe(client.handOvers.readTime({ time: typed }));
    if (data) return onTime(data.dueAt);
    const isNoTime = isDefinedError(error) && error.code === 'FIELD';
    setProblem(t(isNoTime ? 'handOvers:notATime' : 'handOvers:failed'));
    field.current?.focus();
  }

  useShortcuts('sheet', {
    [shortcut]: (event) => (isTyping(event.target) ? false : field.current?.focus()),
    Enter: (event) => (event.target === field.current && typed.trim() !== '' ? void use() : false),
  });

  return (
    <div>
      <div className={styles.row}>
        <TextField
          ref={field}
          label={`${t('handOvers:otherTime')} (${shortcut})`}
          placeholder={t('handOvers:otherTimeExample')}
          maxLength={20}
          value={typed}
          invalid={problem !== null}
          onChange={(value) => {
            setTyped(value);
            setProblem(null);
          }}
        />
        <Button size="xs" disabled={typed.trim() === ''} onClick={() => void use()} aria-keyshortcuts="Enter">
          {t('handOvers:use')}
          <KeyHint>⏎</KeyHint>
        </Button>
      </div>
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
}
