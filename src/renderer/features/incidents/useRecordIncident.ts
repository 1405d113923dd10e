import { isDefinedError, safe } from '@orpc/client';
import { useRef } from 'react';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { useNote } from '../contacts/noteStore.ts';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import { forgetChoices, type IncidentProblem, missingChoice, useIncident } from './incidentStore.ts';

/** Records what is chosen, for the caller of the note that is open, and goes back to it. */
export function useRecordIncident(): () => Promise<void> {
  const { client } = useApi();
  const t = useTexts();
  const { attachCaller } = useNoteActions();
  const isRunning = useRef(false);

  function say(problem: IncidentProblem): void {
    useIncident.setState({ problem });
    if (problem !== 'badNumber') announce(t(`incidents:sheet.${problem}`));
  }

  return async () => {
    const chosen = useIncident.getState();
    const { note } = useNote.getState();
    const missing = missingChoice(chosen);
    if (missing) return say(missing);
    if (isRunning.current || !chosen.severity) return;
    isRunning.current = true;
    // Asked before and pressed again: what happened matters more than a number.
    const withoutNumber = chosen.problem === 'badNumber';
    const { error, data } = await safe(
      client.incidents.record({
        draftId: note?.id ?? null,
        callerId: note?.callerId ?? null,
        newCaller: note?.newCaller && withoutNumber ? { ...note.newCaller, number: '' } : (note?.newCaller ?? null),
        channel: note?.channel ?? 'phone',
        behaviours: chosen.behaviours,
        severity: chosen.severity,
        outcomes: chosen.outcomes,
      }),
    );
    isRunning.current = false;
    if (error) return say(isDefinedError(error) && error.code === 'BAD_NUMBER' ? 'badNumber' : 'failed');
    if (note && data.callerId !== null) attachCaller(data.callerId);
    forgetChoices();
    closeSheet();
    confirm(t('desk:confirmIncident'));
  };
}
