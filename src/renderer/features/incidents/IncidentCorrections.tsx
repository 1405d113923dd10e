import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import { ChangesButton } from './ChangesButton.tsx';
import styles from './Correction.module.css';

const CorrectionDialog = lazy(() => import('./CorrectionDialog.tsx'));

interface Props {
  incident: { id: number; corrections: number };
}

/** Beside an incident in the review window: correcting it, and what was changed in it. */
export function IncidentCorrections({ incident: { id, corrections } }: Props) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <div className={styles.caller}>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {t('incidents:correct.open')}
      </Button>
      {corrections > 0 && (
        <ChangesButton incidentId={id}>{t('incidents:changes.open', { count: corrections })}</ChangesButton>
      )}
      <Suspense>{opened && <CorrectionDialog incidentId={id} onClose={() => setOpened(false)} />}</Suspense>
    </div>
  );
}
