import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Incident } from '../../../shared/contract/incidents.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { ChangesButton } from './ChangesButton.tsx';
import styles from './Correction.module.css';

const CorrectionDialog = lazy(() => import('./CorrectionDialog.tsx'));
const LinkDialog = lazy(() => import('./LinkDialog.tsx'));
const RepeatsDialog = lazy(() => import('./RepeatsDialog.tsx'));

type Opened = 'correct' | 'link' | 'repeats';

/** Beside an incident in the review window: correcting it, what was changed, and what its caller did before. */
export function IncidentActions({ incident }: { incident: Incident }) {
  const t = useTexts();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { id, callerId, callerName, corrections, isRestricted } = incident;
  const close = () => setOpened(null);
  return (
    <>
      <div className={styles.caller}>
        {callerId !== null && (
          <Button variant="default" size="xs" onClick={() => setOpened('repeats')}>
            {t('incidents:repeats.open')}
          </Button>
        )}
        {!isRestricted && (
          <Button variant="default" size="xs" onClick={() => setOpened('correct')}>
            {t('incidents:correct.open')}
          </Button>
        )}
        {corrections > 0 && !isRestricted && (
          <ChangesButton incidentId={id}>{t('incidents:changes.open', { count: corrections })}</ChangesButton>
        )}
      </div>
      {callerId === null && (
        <Notice
          tone="plain"
          title={t('incidents:link.unknown')}
          actions={
            <Button variant="default" size="xs" onClick={() => setOpened('link')}>
              {t('incidents:link.open')}
            </Button>
          }
        >
          {t('incidents:link.explain')}
        </Notice>
      )}
      <Suspense>
        {opened === 'correct' && <CorrectionDialog incidentId={id} onClose={close} />}
        {opened === 'link' && <LinkDialog incidentId={id} onClose={close} />}
        {opened === 'repeats' && callerId !== null && (
          <RepeatsDialog callerId={callerId} callerName={callerName ?? ''} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
