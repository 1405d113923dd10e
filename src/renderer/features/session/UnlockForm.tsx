import { Button } from '@mantine/core';
import { isDefinedError, ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { useCountdown } from './countdown.ts';
import { PasswordField } from './PasswordField.tsx';
import styles from './UnlockForm.module.css';
import { stepOfKey, UserList } from './UserList.tsx';

interface User {
  id: number;
  name: string;
}

interface Props {
  users: readonly User[];
  selected: User;
  onSelect: (user: User) => void;
  onForgotten: () => void;
}

type Refusal = 'wrongPassword' | 'tooSoon' | 'damagedKey' | 'notInStore' | 'defect' | 'failed';

/** What is no wrong password, by the code that the core answers with. */
const refusals: Partial<Record<string, Refusal>> = {
  DAMAGED_KEY: 'damagedKey',
  NOT_IN_STORE: 'notInStore',
  INTERNAL_SERVER_ERROR: 'defect',
};

/** Pick a name, type the password, Enter. */
export function UnlockForm({ users, selected, onSelect, onForgotten }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [secondsLeft, startWaiting] = useCountdown();
  const passwordInput = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');

  const unlock = useMutation(
    queries.session.unlock.mutationOptions({
      onError: (error) => {
        setPassword('');
        if (isDefinedError(error) && (error.code === 'WRONG_PASSWORD' || error.code === 'TOO_SOON')) {
          setRefusal(error.code === 'TOO_SOON' ? 'tooSoon' : 'wrongPassword');
          startWaiting(error.data.waitSeconds);
        } else setRefusal((error instanceof ORPCError && refusals[error.code]) || 'failed');
        passwordInput.current?.focus();
      },
    }),
  );

  const focusPassword = () => passwordInput.current?.focus();
  useEffect(focusPassword, []);

  const select = (user: User) => {
    if (user.id === selected.id) return;
    setPassword('');
    setRefusal(null);
    onSelect(user);
    announce(t('session:chosen', { name: user.name }));
  };

  const walkFromPassword = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const index = users.findIndex((user) => user.id === selected.id);
    const next = users[stepOfKey(event.key, index, users.length) ?? -1];
    if (next) select(next);
    event.preventDefault();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password === '' || secondsLeft > 0 || unlock.isPending) return;
    setRefusal(null);
    unlock.mutate({ userId: selected.id, password });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h1 className={styles.question}>{t('session:whoAreYou')}</h1>
      <UserList users={users} selected={selected} onSelect={select} onChosen={focusPassword} />
      <div>
        <PasswordField
          ref={passwordInput}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          label={t('session:passwordOf', { name: selected.name })}
          size="md"
          autoComplete="current-password"
          aria-invalid={refusal !== null}
          aria-describedby={refusal ? 'unlock-refusal' : undefined}
          onKeyDown={walkFromPassword}
        />
        {refusal && <FieldError id="unlock-refusal">{t(`session:${refusal}`, { name: selected.name })}</FieldError>}
        {/* Not read aloud with every second that passes. */}
        {secondsLeft > 0 && (
          <p className={styles.wait} aria-live="off">
            {t('session:waitSeconds', { count: secondsLeft })}
          </p>
        )}
      </div>
      <Button type="submit" size="md" fullWidth loading={unlock.isPending} disabled={secondsLeft > 0}>
        {t('session:unlock')}
      </Button>
      <button type="button" className={styles.forgotten} onClick={onForgotten}>
        {t('session:forgot')}
      </button>
    </form>
  );
}
