import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { Changes } from './Changes.tsx';

export default function ChangesSheet({ incidentId, onClose }: { incidentId: number; onClose: () => void }) {
  const t = useTexts();
  return (
    <Sheet title={t('incidents:changes.title')} closeLabel={t('desk:escBack')} onClose={onClose} toRead>
      <Changes incidentId={incidentId} />
    </Sheet>
  );
}
