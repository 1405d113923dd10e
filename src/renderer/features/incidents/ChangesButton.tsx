import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';

const ChangesDialog = lazy(() => import('./ChangesDialog.tsx'));

/** In the review window: the way to what was changed in an incident. */
export function ChangesButton({ incidentId, children }: { incidentId: number; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {children}
      </Button>
      <Suspense>{opened && <ChangesDialog incidentId={incidentId} onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
