import { Suspense } from 'react';
import { BreakSheet } from '../features/breaks/BreakSheet.tsx';
import { IncidentSheet } from '../features/incidents/IncidentSheet.tsx';
import { PhrasesSheet } from '../features/phrases/PhrasesSheet.tsx';
import { closeSheet, type Sheet } from './deskStore.ts';
import {
  AftercareSheet,
  AgreementSheet,
  AttachmentSheet,
  CallerSheet,
  ChangesSheet,
  ChooseHandOverSheet,
  CompletionSheet,
  ConcernCompletionSheet,
  ConcernShareSheet,
  ConcernSheet,
  CorrectionSheet,
  ExceptionSheet,
  FeedbackSheet,
  HandOverSheet,
  HouseRulesSheet,
  KeysSheet,
  MergeSheet,
  OwnDataSheet,
  OwnDaySheet,
  OwnIncidentSheet,
  OwnIncidentsSheet,
  OwnWorkSheet,
  PhraseSheet,
  QuestionnaireSheet,
  RepeatsSheet,
  TallySheet,
} from './sheets.ts';

export function SheetView({ sheet }: { sheet: Sheet }) {
  return <Suspense>{sheetFor(sheet)}</Suspense>;
}

function sheetFor(sheet: Sheet) {
  switch (sheet.kind) {
    case 'phrases':
      return <PhrasesSheet onClose={closeSheet} />;
    case 'houseRules':
      return <HouseRulesSheet key={sheet.document} document={sheet.document} onClose={closeSheet} />;
    case 'phrase':
      return <PhraseSheet edited={sheet.edited} onClose={closeSheet} />;
    case 'incident':
      return <IncidentSheet onClose={closeSheet} />;
    case 'concern':
      return <ConcernSheet onClose={closeSheet} />;
    case 'concernCompletion':
      return <ConcernCompletionSheet key={sheet.concernId} concernId={sheet.concernId} onClose={closeSheet} />;
    case 'concernShare':
      return <ConcernShareSheet key={sheet.concernId} concernId={sheet.concernId} onClose={closeSheet} />;
    case 'break':
      return <BreakSheet onClose={closeSheet} />;
    case 'tally':
      return <TallySheet onClose={closeSheet} />;
    case 'keys':
      return <KeysSheet onClose={closeSheet} />;
    case 'caller':
      return <CallerSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />;
    case 'merge':
      return <MergeSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />;
    case 'agreement':
      return <AgreementSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />;
    case 'exception':
      return <ExceptionSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />;
    case 'chooseHandOver':
      return <ChooseHandOverSheet key={sheet.of} kind={sheet.of} onClose={closeSheet} />;
    case 'handOver':
      return <HandOverSheet key={sheet.handOver.id} handOver={sheet.handOver} onClose={closeSheet} />;
    case 'ownDay':
      return <OwnDaySheet onClose={closeSheet} />;
    case 'aftercare':
      return <AftercareSheet onClose={closeSheet} />;
    case 'ownIncidents':
      return <OwnIncidentsSheet onClose={closeSheet} />;
    case 'ownIncident':
      return <OwnIncidentSheet key={sheet.incidentId} incidentId={sheet.incidentId} onClose={closeSheet} />;
    case 'correct':
      return <CorrectionSheet key={sheet.incidentId} incidentId={sheet.incidentId} onClose={closeSheet} />;
    case 'attachment':
      return <AttachmentSheet key={sheet.attachment.id} attachment={sheet.attachment} onClose={closeSheet} />;
    case 'repeats':
      return <RepeatsSheet key={sheet.callerId} callerId={sheet.callerId} onClose={closeSheet} />;
    case 'changes':
      return <ChangesSheet key={sheet.incidentId} incidentId={sheet.incidentId} onClose={closeSheet} />;
    case 'questionnaire':
      return <QuestionnaireSheet onClose={closeSheet} />;
    case 'ownWork':
      return <OwnWorkSheet onClose={closeSheet} />;
    case 'ownData':
      return <OwnDataSheet onClose={closeSheet} />;
    case 'complete':
      return <CompletionSheet key={sheet.incident.id} incident={sheet.incident} onClose={closeSheet} />;
    case 'feedback':
      return <FeedbackSheet key={sheet.incident.id} incident={sheet.incident} onClose={closeSheet} />;
  }
}
