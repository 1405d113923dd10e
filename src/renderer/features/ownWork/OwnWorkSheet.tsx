import { Button } from '@mantine/core';
import { openSheet } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { OwnCoaching } from '../coaching/OwnCoaching.tsx';
import { OwnTurns } from '../rotation/OwnTurns.tsx';
import { OwnTrainings } from '../trainings/OwnTrainings.tsx';

/** What the practice keeps of the worker's own duties, trainings and coaching, for the worker. */
export default function OwnWorkSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  return (
    <Sheet
      title={t('ownWork:title')}
      toRead
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      footer={
        <Button size="xs" variant="default" onClick={() => openSheet({ kind: 'ownData' })}>
          {t('ownData:open')}
        </Button>
      }
    >
      <OwnTurns />
      <OwnTrainings />
      <OwnCoaching />
    </Sheet>
  );
}
