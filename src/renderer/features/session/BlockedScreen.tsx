import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SessionState } from '../../../shared/contract/session.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useKeptFocus } from '../../app/keptFocus.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import { RestoreBackup } from '../backup/RestoreBackup.tsx';
import { LanguageChoice } from '../setup/LanguageChoice.tsx';
import styles from './BlockedScreen.module.css';
import { CopyField } from './CopyField.tsx';
import { CrisisWayOut } from './CrisisWayOut.tsx';
import { GoOn } from './GoOn.tsx';
import { QuietScreen } from './QuietScreen.tsx';

type Blocked = Extract<SessionState, { kind: 'blocked' }>;

/**
 * The store cannot be opened: what that means, what to do, and what was left alone. What somebody chose as their language
 * may not be known any more, so that they can choose here.
 */
export default function BlockedScreen({ state }: { state: Blocked }) {
  const t = useTexts();
  const stepsId = useId();
  useKeptFocus();
  const [isMendingStopped, setIsMendingStopped] = useState(false);
  const texts = `session:blocked.${state.problem}` as const;
  return (
    <CrisisWayOut>
      <QuietScreen wide picture="short" corner={<LanguageChoice />}>
        <h1 className={styles.title}>{t(`${texts}.title`)}</h1>
        <section className={styles.explanation}>
          <p>{t(`${texts}.happened`)}</p>
          <p>{t(`${texts}.means`)}</p>
        </section>
        {state.isMending && <Mending onStop={() => setIsMendingStopped(true)} />}
        <section>
          <h2 id={stepsId} className={styles.heading}>
            {t('session:blocked.whatToDo')}
          </h2>
          <ol className={styles.steps} aria-labelledby={stepsId}>
            <li>{t(`${texts}.do1`)}</li>
            <li>{t(`${texts}.do2`)}</li>
            <li>{t(`${texts}.do3`)}</li>
          </ol>
          {isMendingStopped && !state.isMending && (
            <p role="status" className={styles.stopped}>
              {t('session:blocked.mending.stopped')}
            </p>
          )}
          {!state.isMending && <TryAgain />}
        </section>
        <Notice
          tone="calm"
          icon={<IconShieldCheck size="1.1em" aria-hidden="true" />}
          title={t('session:blocked.notTouched')}
        >
          <p>{t(`${texts}.untouched`)}</p>
        </Notice>
        <CopyField
          label={t('session:blocked.dataFolder')}
          text={state.dataFolder}
          copyLabel={t('session:blocked.copyFolder')}
        />
        <CopyField
          label={t('session:blocked.report')}
          hint={t('session:blocked.reportHint')}
          text={state.report}
          copyLabel={t('session:blocked.copyReport')}
        />
        {state.mayRestore && <RestoreBackup />}
        {state.mayGoOn && (state.problem === 'missingWork' || state.problem === 'olderKeys') && (
          <GoOn problem={state.problem} />
        )}
      </QuietScreen>
    </CrisisWayOut>
  );
}

/** Only indexes may be damaged: then the app opens again by itself, with everything there. */
function Mending({ onStop }: { onStop: () => void }) {
  const t = useTexts();
  return (
    <Notice tone="say" title={t('session:blocked.mending.title')}>
      <p role="status">{t('session:blocked.mending.text')}</p>
      <BackupProgress label={t('session:blocked.mending.title')} during="recovery" onStop={onStop} />
    </Notice>
  );
}

/** Has the core look at the folder again; says so when nothing has changed. */
function TryAgain() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const [checkedAt, setCheckedAt] = useState<number | null>(null);

  // When the problem is solved, the core tells another state and this screen is gone.
  const retry = useMutation(queries.session.retry.mutationOptions({ onSettled: () => setCheckedAt(Date.now()) }));

  return (
    <div className={styles.again}>
      <Button variant="default" onClick={() => retry.mutate(undefined)} loading={retry.isPending} autoFocus>
        {t('session:blocked.tryAgain')}
      </Button>
      <span role="status">
        {checkedAt && <small>{t('session:blocked.stillBlocked', { time: format.time(checkedAt) })}</small>}
      </span>
    </div>
  );
}
