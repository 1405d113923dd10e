import type { DirectoryCheck } from '../../../shared/contract/directoryCheck.ts';
import type { OwnGp } from '../../../shared/contract/ownGp.ts';
import { fold } from './searchText.ts';

/** What a card says of the caller's own practitioner. */
export interface GpOnCard {
  generalPractitioner: string;
  generalPractitionerNumber: string;
}

/** A practitioner in the practice's telephone list. */
export interface ListedGp {
  name: string;
  number: string;
  check: DirectoryCheck;
  checkedOn: string | null;
}

/** A card with a name alone means the practitioner of that name in the telephone list. */
export const isListedAs = (card: GpOnCard, name: string): boolean =>
  card.generalPractitionerNumber === '' &&
  card.generalPractitioner.trim() !== '' &&
  fold(card.generalPractitioner) === fold(name);

/** The caller's own practitioner: what was typed on the card, or else the number that the telephone list has now. */
export function ownGpOf(card: GpOnCard, listed: readonly ListedGp[]): OwnGp | null {
  const { generalPractitioner: name, generalPractitionerNumber: number } = card;
  if (name.trim() === '' && number === '') return null;
  const found = listed.find((gp) => isListedAs(card, gp.name));
  if (!found) return { name, number, check: null, checkedOn: null };
  return { name: found.name, number: found.number, check: found.check, checkedOn: found.checkedOn };
}
