import type { ComponentType } from 'react';
import { later } from './later.ts';

const fetches: (() => Promise<unknown>)[] = [];

function sheet<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  const Sheet = later(fetch);
  fetches.push(Sheet.fetch);
  return Sheet;
}

/** Fetches every sheet that was left for later; asking again costs nothing. */
export function fetchSheets(): void {
  for (const fetch of fetches) void fetch();
}

export const AftercareSheet = sheet(async () => (await import('../features/aftercare/AftercareSheet.tsx')).default);
export const AgreementSheet = sheet(async () => (await import('../features/agreements/AgreementSheet.tsx')).default);
export const CallerSheet = sheet(async () => (await import('../features/callers/CallerSheet.tsx')).CallerSheet);
export const CompletionSheet = sheet(
  async () => (await import('../features/incidents/CompletionSheet.tsx')).CompletionSheet,
);
export const ConcernCompletionSheet = sheet(
  async () => (await import('../features/distress/ConcernCompletionSheet.tsx')).default,
);
export const ConcernShareSheet = sheet(
  async () => (await import('../features/distress/ConcernShareSheet.tsx')).default,
);
export const ConcernSheet = sheet(async () => (await import('../features/distress/ConcernSheet.tsx')).ConcernSheet);
export const ChooseHandOverSheet = sheet(
  async () => (await import('../features/handOvers/ChooseHandOverSheet.tsx')).ChooseHandOverSheet,
);
export const ExceptionSheet = sheet(async () => (await import('../features/exceptions/ExceptionSheet.tsx')).default);
export const FeedbackSheet = sheet(async () => (await import('../features/incidents/FeedbackSheet.tsx')).FeedbackSheet);
export const HandOverSheet = sheet(async () => (await import('../features/handOvers/HandOverSheet.tsx')).HandOverSheet);
export const HouseRulesSheet = sheet(
  async () => (await import('../features/houseRules/HouseRulesSheet.tsx')).HouseRulesSheet,
);
export const KeysSheet = sheet(async () => (await import('../features/window/KeysSheet.tsx')).KeysSheet);
export const MergeSheet = sheet(async () => (await import('../features/callers/MergeSheet.tsx')).default);
export const TallySheet = sheet(async () => (await import('../features/breaks/TallySheet.tsx')).TallySheet);
export const OwnDaySheet = sheet(async () => (await import('../features/contacts/OwnDaySheet.tsx')).default);
export const OwnDataSheet = sheet(async () => (await import('../features/ownData/OwnDataSheet.tsx')).default);
export const OwnWorkSheet = sheet(async () => (await import('../features/ownWork/OwnWorkSheet.tsx')).default);
export const PhraseSheet = sheet(async () => (await import('../features/phrases/PhraseSheet.tsx')).default);
export const OwnIncidentsSheet = sheet(
  async () => (await import('../features/incidents/OwnIncidentsSheet.tsx')).default,
);
export const OwnIncidentSheet = sheet(async () => (await import('../features/incidents/OwnIncidentSheet.tsx')).default);
export const CorrectionSheet = sheet(async () => (await import('../features/incidents/CorrectionSheet.tsx')).default);
export const ChangesSheet = sheet(async () => (await import('../features/incidents/ChangesSheet.tsx')).default);
export const QuestionnaireSheet = sheet(
  async () => (await import('../features/questionnaires/QuestionnaireSheet.tsx')).default,
);
export const RepeatsSheet = sheet(async () => (await import('../features/incidents/RepeatsSheet.tsx')).default);
export const AttachmentSheet = sheet(async () => (await import('../features/attachments/AttachmentSheet.tsx')).default);
