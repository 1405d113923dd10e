import { lazy, Suspense } from 'react';
import { BreakSheet } from '../features/breaks/BreakSheet.tsx';
import { CallerSheet } from '../features/callers/CallerSheet.tsx';
import { ConcernSheet } from '../features/distress/ConcernSheet.tsx';
import { ChooseHandOverSheet } from '../features/handOvers/ChooseHandOverSheet.tsx';
import { HandOverSheet } from '../features/handOvers/HandOverSheet.tsx';
import { CompletionSheet } from '../features/incidents/CompletionSheet.tsx';
import { FeedbackSheet } from '../features/incidents/FeedbackSheet.tsx';
import { IncidentSheet } from '../features/incidents/IncidentSheet.tsx';
import { PhrasesSheet } from '../features/phrases/PhrasesSheet.tsx';
import { KeysSheet } from '../features/window/KeysSheet.tsx';
import { closeSheet, type Sheet } from './deskStore.ts';

const AgreementSheet = lazy(() => import('../features/agreements/AgreementSheet.tsx'));
const ExceptionSheet = lazy(() => import('../features/exceptions/ExceptionSheet.tsx'));

// Looked at now and then: not part of what the window starts with.
const OwnDaySheet = lazy(() => import('../features/contacts/OwnDaySheet.tsx'));

export function SheetView({ sheet }: { sheet: Sheet }) {
  switch (sheet.kind) {
    case 'phrases':
      return <PhrasesSheet onClose={closeSheet} />;
    case 'incident':
      return <IncidentSheet onClose={closeSheet} />;
    case 'concern':
      return <ConcernSheet onClose={closeSheet} />;
    case 'break':
      return <BreakSheet onClose={closeSheet} />;
    case 'keys':
      return <KeysSheet onClose={closeSheet} />;
    case 'caller':
      return <CallerSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />;
    case 'agreement':
      return (
        <Suspense>
          <AgreementSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />
        </Suspense>
      );
    case 'exception':
      return (
        <Suspense>
          <ExceptionSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />
        </Suspense>
      );
    case 'chooseHandOver':
      return <ChooseHandOverSheet key={sheet.of} kind={sheet.of} onClose={closeSheet} />;
    case 'handOver':
      return <HandOverSheet key={sheet.handOver.id} handOver={sheet.handOver} onClose={closeSheet} />;
    case 'ownDay':
      return (
        <Suspense>
          <OwnDaySheet onClose={closeSheet} />
        </Suspense>
      );
    case 'complete':
      return <CompletionSheet key={sheet.incident.id} incident={sheet.incident} onClose={closeSheet} />;
    case 'feedback':
      return <FeedbackSheet key={sheet.incident.id} incident={sheet.incident} onClose={closeSheet} />;
  }
}
