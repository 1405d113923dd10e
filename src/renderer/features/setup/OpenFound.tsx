import { Button, NativeSelect, Textarea } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { BackupFile, FoundBackup } from '../../../shared/contract/backup.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import { fileSize } from '../backup/fileSize.ts';
import { useCountdown } from '../session/countdown.ts';
import { PasswordField } from '../session/PasswordField.tsx';
import { bareKey, inGroups, recoveryKeyLength } from '../session/recoveryKeyText.ts';
import type { Secret } from './RestoreForm.tsx';
import styles from './setup.module.css';

interface Props {
  folder: string;
  found: { backups: BackupFile[]; users: { id: number; name: string }[] };
  onOpened: (backups: FoundBackup[], secret: Secret) => void;
  onBack: () => void;
}

const SHOWN = 4;
const RECOVERY = 'recovery';

/** The backups that were found, and the password or recovery key of then that opens them. */
export function OpenFound({ folder, found, onOpened, onBack }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [whose, setWhose] = useState(String(found.users[0]?.id ?? RECOVERY));
  const [secret, setSecret] = useState('');
  const [isShort, setIsShort] = useState(false);
  const [secondsLeft, startWaiting] = useCountdown();
  const secretInput = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const user = found.users.find(({ id }) => String(id) === whose);

  const open = useMutation(
    queries.setup.openBackups.mutationOptions({
      onSuccess: (backups, { userId, secret: proved }) => onOpened(backups, { userId, secret: proved }),
      onError(error) {
        if (isDefinedError(error) && (error.code === 'WRONG_SECRET' || error.code === 'TOO_SOON'))
          startWaiting(error.data.waitSeconds);
        setSecret('');
        secretInput.current?.focus();
      },
    }),
  );

  function problem(): string | null {
    if (isShort && !user) return t('session:reset.keyLength', { count: bareKey(secret).length });
    if (!open.isError) return null;
    if (!isDefinedError(open.error)) return t('setup:restore.failed');
    switch (open.error.code) {
      case 'WRONG_SECRET':
        return t(user ? 'setup:restore.wrongPassword' : 'setup:restore.wrongKey');
      case 'TOO_SOON':
        return t('setup:restore.tooSoon');
      case 'STOPPED':
        return t('setup:restore.stopped');
      case 'NOT_FOUND':
        return t('setup:restore.gone');
      case 'SOURCE':
        return t(`setup:restore.source.${open.error.data.problem}`);
      default:
        return t('setup:restore.failed');
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (secret === '' || secondsLeft > 0 || open.isPending) return;
    const lacks = !user && bareKey(secret).length !== recoveryKeyLength;
    setIsShort(lacks);
    if (!lacks) open.mutate({ folder, userId: user?.id ?? null, secret });
  }

  const words = problem();
  const asked = {
    ref: secretInput,
    value: secret,
    autoFocus: true,
    'aria-invalid': words !== null,
    'aria-describedby': words ? 'restore-problem' : undefined,
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <FoundList backups={found.backups} />
      <NativeSelect
        label={t('setup:restore.secretOf')}
        value={whose}
        onChange={({ currentTarget }) => {
          setWhose(currentTarget.value);
          setSecret('');
          open.reset();
        }}
        data={[
          ...found.users.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: RECOVERY, label: t('setup:restore.withRecoveryKey') },
        ]}
      />
      <div>
        {user ? (
          <PasswordField
            {...asked}
            key={whose}
            label={t('setup:restore.password', { name: user.name })}
            description={t('setup:restore.passwordHint')}
            autoComplete="off"
            onChange={({ currentTarget }) => setSecret(currentTarget.value)}
          />
        ) : (
          <Textarea
            {...asked}
            key={whose}
            label={t('session:reset.recoveryKey')}
            placeholder="XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX"
            rows={2}
            spellCheck={false}
            autoCapitalize="characters"
            autoComplete="off"
            styles={{ input: { fontFamily: 'var(--font-mono)', letterSpacing: '0.06em' } }}
            onChange={({ currentTarget }) => setSecret(inGroups(currentTarget.value))}
          />
        )}
        {words && <FieldError id="restore-problem">{words}</FieldError>}
        {secondsLeft > 0 && (
          <p className={styles.centred} aria-live="off">
            {t('session:waitSeconds', { count: secondsLeft })}
          </p>
        )}
      </div>
      {open.isPending && <BackupProgress label={t('setup:restore.opening')} during="setup" />}
      <div className={styles.row}>
        <Button variant="default" disabled={open.isPending} onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button type="submit" loading={open.isPending} disabled={secondsLeft > 0}>
          {t('setup:restore.openBackups')}
        </Button>
      </div>
    </form>
  );
}

/** The newest of what was found, to see that it is the right folder. */
function FoundList({ backups }: { backups: BackupFile[] }) {
  const t = useTexts();
  const format = useFormat();
  return (
    <section>
      <h2 className={styles.heading}>{t('setup:restore.found')}</h2>
      <ul className={styles.found} aria-label={t('setup:restore.found')}>
        {backups.slice(0, SHOWN).map(({ name, madeAt, bytes }) => (
          <li key={name}>
            <span>
              {format.date(madeAt)} {format.time(madeAt)}
            </span>
            <small>{fileSize(bytes, format.number)}</small>
          </li>
        ))}
      </ul>
      {backups.length > SHOWN && <small>{t('setup:restore.more', { count: backups.length - SHOWN })}</small>}
    </section>
  );
}
