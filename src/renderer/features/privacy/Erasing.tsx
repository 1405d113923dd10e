import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetentionOverview, RetentionRun } from '../../../shared/contract/privacy.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { ErasingProgress } from './ErasingProgress.tsx';
import styles from './privacy.module.css';
import { TrialTable } from './TrialTable.tsx';
import { type Outcome, useErasing } from './useErasing.ts';

const sumOf = (counts: readonly { count: number }[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** A look at what would go, then erasing it, and what was erased before. */
export function Erasing({ automatic, runs }: Pick<RetentionOverview, 'automatic' | 'runs'>) {
  const t = useTexts();
  const { run, busy, outcome } = useErasing();
  const [asking, setAsking] = useState(false);
  const goes = outcome?.kind === 'trial' ? outcome.trial.kinds.reduce((sum, one) => sum + one.goes, 0) : 0;
  return (
    <Section
      title={t('privacy:erasing.title')}
      explain={t('privacy:erasing.explain')}
      action={
        <Button variant="default" disabled={busy !== null} onClick={() => run('look')}>
          {t('privacy:erasing.look')}
        </Button>
      }
    >
      {busy && <ErasingProgress what={busy} />}
      {outcome && <Found outcome={outcome} />}
      {goes > 0 && (
        <div className={styles.buttons}>
          <Button variant="outline" color="red" onClick={() => setAsking(true)}>
            {t('privacy:erasing.erase')}
          </Button>
        </div>
      )}
      <Automatic automatic={automatic} />
      <Runs runs={runs} />
      {asking && (
        <ConfirmDialog
          title={t('privacy:erasing.confirmTitle')}
          confirmLabel={t('privacy:erasing.confirm')}
          busy={false}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            run('erase');
          }}
        >
          {t('privacy:erasing.confirmText', { count: goes })}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Found({ outcome }: { outcome: Outcome }) {
  const t = useTexts();
  switch (outcome.kind) {
    case 'trial': {
      const isEmpty = outcome.trial.kinds.every(({ goes, stays }) => goes === 0 && stays.length === 0);
      return isEmpty ? <p role="status">{t('privacy:erasing.nothing')}</p> : <TrialTable trial={outcome.trial} />;
    }
    case 'erased': {
      const count = sumOf(outcome.run.counts);
      const words = outcome.run.outcome === 'whole' ? 'privacy:erasing.done' : 'privacy:erasing.stopped';
      return (
        <p role="status" className={styles.done}>
          {t(words, { count })}
        </p>
      );
    }
    case 'busy':
      return <FieldError>{t('privacy:erasing.isBusy')}</FieldError>;
    case 'failed':
      return <FieldError>{t('privacy:erasing.failed')}</FieldError>;
    case 'cancelled':
      return null;
  }
}

function Automatic({ automatic }: Pick<RetentionOverview, 'automatic'>) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const set = useMutation(queries.privacy.setAutomatic.mutationOptions());
  const { on, setByName: name, setAt } = automatic;
  return (
    <div>
      <Switch
        label={t('privacy:erasing.automatic')}
        description={t('privacy:erasing.automaticHint')}
        checked={set.isPending ? set.variables.on : on}
        onChange={(event) => set.mutate({ on: event.currentTarget.checked })}
      />
      {name !== null && setAt !== null && (
        <small>{t('privacy:erasing.automaticSet', { name, date: format.date(setAt) })}</small>
      )}
      {set.isError && <FieldError>{t('privacy:retention.failed')}</FieldError>}
    </div>
  );
}

function Runs({ runs }: { runs: RetentionRun[] }) {
  const t = useTexts();
  const format = useFormat();
  const titles = [t('privacy:erasing.when'), t('privacy:erasing.who'), t('privacy:erasing.what')];
  const whatOf = ({ counts, outcome }: RetentionRun): string => {
    const parts: string[] = counts.map(({ kind, count }) =>
      t('privacy:erasing.runLine', { count, what: t(`privacy:retention.kinds.${kind}`).toLowerCase() }),
    );
    if (parts.length === 0) parts.push(t('privacy:erasing.none'));
    if (outcome !== 'whole') parts.push(t(outcome ? 'privacy:erasing.runStopped' : 'privacy:erasing.runCut'));
    return parts.join(', ');
  };
  return (
    <div>
      <p className={styles.subtitle}>{t('privacy:erasing.register')}</p>
      {runs.length === 0 ? (
        <small>{t('privacy:erasing.noRuns')}</small>
      ) : (
        <DataTable label={t('privacy:erasing.register')} columns={titles}>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className={styles.term}>
                {format.date(run.startedAt)} {format.time(run.startedAt)}
              </td>
              <td>{run.byName ?? t('privacy:erasing.program')}</td>
              <td>{whatOf(run)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
}
