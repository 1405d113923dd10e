import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { useCallerName } from '../callers/callerName.ts';
import { Repeats } from './Repeats.tsx';

export default function RepeatsSheet({ callerId, onClose }: { callerId: number; onClose: () => void }) {
  const t = useTexts();
  const name = useCallerName(callerId);
  return (
    <Sheet title={t('incidents:repeats.title')} aside={name} closeLabel={t('desk:escBack')} onClose={onClose} toRead>
      <Repeats callerId={callerId} />
    </Sheet>
  );
}
