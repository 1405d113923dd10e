import { useEffect } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { useNote } from '../contacts/noteStore.ts';
import { AfterConcern } from './AfterConcern.tsx';
import { ConcernFooter } from './ConcernFooter.tsx';
import { ConcernRecordForm } from './ConcernRecordForm.tsx';
import { CrisisScript } from './CrisisScript.tsx';
import { enterConcern, leaveConcern, useConcern } from './concernStore.ts';
import { EmergencyKey } from './EmergencyKey.tsx';
import { LonelyGuide } from './LonelyGuide.tsx';
import { HelplineAtHand } from './Numbers.tsx';

interface Props {
  onClose: () => void;
  /** Before anybody has unlocked the app: the script and the numbers everybody knows, and nothing to record. */
  locked?: boolean;
}

/** Worry about a caller: the crisis script at once, the guide for lonely callers one key away. */
export function ConcernSheet({ onClose, locked = false }: Props) {
  const t = useTexts();
  const stage = useConcern((store) => store.stage);
  const steps = useConcern((store) => store.path.length);

  useEffect(() => {
    enterConcern(useNote.getState().note?.id ?? null);
    return leaveConcern;
  }, []);

  const titles = {
    crisis: t('distress:title'),
    lonely: t('distress:lonelyTitle'),
    record: t('distress:record.title'),
    after: t('distress:after.title'),
  };
  return (
    <Sheet
      title={titles[stage]}
      aside={stage === 'crisis' && steps > 0 ? t('distress:step', { number: steps + 1 }) : undefined}
      end={
        <>
          <EmergencyKey />
          {stage !== 'after' && <HelplineAtHand locked={locked} />}
        </>
      }
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      footer={stage === 'after' ? undefined : <ConcernFooter locked={locked} onClose={onClose} />}
    >
      {stage === 'crisis' && <CrisisScript locked={locked} />}
      {stage === 'lonely' && <LonelyGuide locked={locked} />}
      {stage === 'record' && <ConcernRecordForm />}
      {stage === 'after' && <AfterConcern onClose={onClose} />}
    </Sheet>
  );
}
