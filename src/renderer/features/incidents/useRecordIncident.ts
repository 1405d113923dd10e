import { isDefinedError, safe } from '@orpc/client';
import type { Severity } from '../../../shared/contract/incidentKinds.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm, openSheet } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { useNote } from '../contacts/noteStore.ts';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import { type Chosen, forgetChoices, type IncidentProblem, missingChoice, useIncident } from './incidentStore.ts';

/**
 * Records what is chosen, for the caller of the note that is open. The sheet closes at once, so that what is
 * typed next goes to the note, and comes back with the choices when the core refuses.
 */
export function useRecordIncident(): () => void {
  const { client } = useApi();
  const t = useTexts();
  const { attachCaller } = useNoteActions();

  function say(problem: IncidentProblem): void {
    useIncident.setState({ problem });
    if (problem !== 'badNumber') announce(t(`incidents:sheet.${problem}`));
  }

  async function record(chosen: Chosen, severity: Severity): Promise<void> {
    await useNote.getState().caller;
    const { note } = useNote.getState();
    const newCaller = note?.newCaller ?? null;
    // Said before and pressed again: what happened matters more than a number.
    const withoutNumber = chosen.problem === 'badNumber';
    const { error, data } = await safe(
      client.incidents.record({
        draftId: note?.id ?? null,
        callerId: note?.callerId ?? null,
        newCaller: newCaller && withoutNumber ? { ...newCaller, number: '' } : newCaller,
        channel: note?.channel ?? 'phone',
        behaviours: chosen.behaviours,
        severity,
        outcomes: chosen.outcomes,
      }),
    );
    if (error) {
      useIncident.setState(chosen);
      openSheet({ kind: 'incident' });
      return say(isDefinedError(error) && error.code === 'BAD_NUMBER' ? 'badNumber' : 'failed');
    }
    if (note && data.callerId !== null) attachCaller(note.id, data.callerId);
    confirm(t('desk:confirmIncident'));
  }

  return () => {
    const chosen = useIncident.getState();
    const missing = missingChoice(chosen);
    if (missing) say(missing);
    if (missing || !chosen.severity) return;
    forgetChoices();
    closeSheet();
    useNote.setState({ caller: record(chosen, chosen.severity) });
  };
}
