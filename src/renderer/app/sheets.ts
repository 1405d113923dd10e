import { type ComponentType, createElement, lazy, useState } from 'react';

const fetches: (() => Promise<unknown>)[] = [];

/** A sheet that the window does not start with: fetched when it is at rest, so that nobody waits for it. */
function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  let fetched: ComponentType<Props> | null = null;
  const fetchOnce = async () => {
    fetched ??= await fetch();
    return fetched;
  };
  fetches.push(fetchOnce);
  const Late = lazy(async () => ({ default: await fetchOnce() }));
  return function Later(props: Props) {
    // One that is there is shown at once: the key after the one that opened it is already for the sheet.
    const [Sheet] = useState<ComponentType<Props>>(() => fetched ?? Late);
    return createElement(Sheet, props);
  };
}

/** Fetches every sheet that was left for later; asking again costs nothing. */
export function fetchSheets(): void {
  for (const fetch of fetches) void fetch();
}

export const AftercareSheet = later(async () => (await import('../features/aftercare/AftercareSheet.tsx')).default);
export const AgreementSheet = later(async () => (await import('../features/agreements/AgreementSheet.tsx')).default);
export const CallerSheet = later(async () => (await import('../features/callers/CallerSheet.tsx')).CallerSheet);
export const CompletionSheet = later(
  async () => (await import('../features/incidents/CompletionSheet.tsx')).CompletionSheet,
);
export const ConcernCompletionSheet = later(
  async () => (await import('../features/distress/ConcernCompletionSheet.tsx')).default,
);
export const ConcernShareSheet = later(
  async () => (await import('../features/distress/ConcernShareSheet.tsx')).default,
);
export const ConcernSheet = later(async () => (await import('../features/distress/ConcernSheet.tsx')).ConcernSheet);
export const ChooseHandOverSheet = later(
  async () => (await import('../features/handOvers/ChooseHandOverSheet.tsx')).ChooseHandOverSheet,
);
export const ExceptionSheet = later(async () => (await import('../features/exceptions/ExceptionSheet.tsx')).default);
export const FeedbackSheet = later(async () => (await import('../features/incidents/FeedbackSheet.tsx')).FeedbackSheet);
export const HandOverSheet = later(async () => (await import('../features/handOvers/HandOverSheet.tsx')).HandOverSheet);
export const HouseRulesSheet = later(
  async () => (await import('../features/houseRules/HouseRulesSheet.tsx')).HouseRulesSheet,
);
export const KeysSheet = later(async () => (await import('../features/window/KeysSheet.tsx')).KeysSheet);
export const MergeSheet = later(async () => (await import('../features/callers/MergeSheet.tsx')).default);
export const TallySheet = later(async () => (await import('../features/breaks/TallySheet.tsx')).TallySheet);
export const OwnDaySheet = later(async () => (await import('../features/contacts/OwnDaySheet.tsx')).default);
export const OwnDataSheet = later(async () => (await import('../features/ownData/OwnDataSheet.tsx')).default);
export const OwnWorkSheet = later(async () => (await import('../features/ownWork/OwnWorkSheet.tsx')).default);
export const PhraseSheet = later(async () => (await import('../features/phrases/PhraseSheet.tsx')).default);
export const OwnIncidentsSheet = later(
  async () => (await import('../features/incidents/OwnIncidentsSheet.tsx')).default,
);
export const OwnIncidentSheet = later(async () => (await import('../features/incidents/OwnIncidentSheet.tsx')).default);
export const CorrectionSheet = later(async () => (await import('../features/incidents/CorrectionSheet.tsx')).default);
export const ChangesSheet = later(async () => (await import('../features/incidents/ChangesSheet.tsx')).default);
export const QuestionnaireSheet = later(
  async () => (await import('../features/questionnaires/QuestionnaireSheet.tsx')).default,
);
export const RepeatsSheet = later(async () => (await import('../features/incidents/RepeatsSheet.tsx')).default);
export const AttachmentSheet = later(async () => (await import('../features/attachments/AttachmentSheet.tsx')).default);
