import { openSheet } from '../../app/deskStore.ts';
import { useNote } from '../contacts/noteStore.ts';
import { prepareStep } from './concernStore.ts';

/** From a sheet beside the script to what to do when there is danger now. */
export function openDanger(step: string): void {
  prepareStep(useNote.getState().note?.id ?? null, step);
  openSheet({ kind: 'concern' });
}
