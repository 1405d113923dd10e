import type {
  CallerDetails,
  ComparedField,
  MergeChoice,
  MergeChoices,
  MergeField,
} from '../../../shared/contract/callers.ts';

/** The order in which two cards are laid side by side. */
const fields: readonly MergeField[] = [
  'displayName',
  'birthDate',
  'numbers',
  'generalPractitioner',
  'checkFirst',
  'postalAddress',
  'addressForm',
  'spokenLanguage',
  'remark',
];

/** How much fits on one card. */
export interface CardLimits {
  numbers: number;
  remarkLength: number;
}

const hasLetters = /\p{L}/u;

/** What a field says; a practitioner goes with the number, so that nobody's name gets somebody else's. */
const said = (field: MergeField, details: CallerDetails): readonly string[] => {
  if (field === 'numbers') return details.numbers;
  const words = [details[field] ?? ''];
  if (field === 'generalPractitioner') words.push(details.generalPractitionerNumber);
  return words.some((word) => word.trim() !== '') ? words : [];
};

const isEmpty = (field: MergeField, details: CallerDetails): boolean => said(field, details).length === 0;

const isSame = (field: MergeField, one: CallerDetails, other: CallerDetails): boolean =>
  JSON.stringify(said(field, one)) === JSON.stringify(said(field, other));

/** All numbers once. */
const allNumbers = (kept: CallerDetails, other: CallerDetails) => [...new Set([...kept.numbers, ...other.numbers])];

const bothRemarks = (kept: CallerDetails, other: CallerDetails) => `${kept.remark.trim()}\n\n${other.remark.trim()}`;

/** Numbers and remarks of both can stand on one card, as far as there is room. */
function fitsBoth(field: MergeField, kept: CallerDetails, other: CallerDetails, limits: CardLimits): boolean {
  if (field === 'numbers') return allNumbers(kept, other).length <= limits.numbers;
  return field === 'remark' && bothRemarks(kept, other).length <= limits.remarkLength;
}

/** A card that was made in passing has a number for a name; of two names the longer one says more. */
function tellingName(kept: string, other: string): MergeChoice {
  if (hasLetters.test(kept) !== hasLetters.test(other)) return hasLetters.test(kept) ? 'kept' : 'other';
  return other.length > kept.length ? 'other' : 'kept';
}

function compareField(field: MergeField, kept: CallerDetails, other: CallerDetails, limits: CardLimits): ComparedField {
  if (isSame(field, kept, other) || isEmpty(field, other)) return { field, options: ['kept'], choice: 'kept' };
  if (isEmpty(field, kept)) return { field, options: ['other'], choice: 'other' };
  if (fitsBoth(field, kept, other, limits)) return { field, options: ['kept', 'other', 'both'], choice: 'both' };
  const choice = field === 'displayName' ? tellingName(kept.displayName, other.displayName) : 'kept';
  return { field, options: ['kept', 'other'], choice };
}

/** What stands on either card, and what is proposed to keep: nothing is left out that fits beside the rest. */
export function compareCards(kept: CallerDetails, other: CallerDetails, limits: CardLimits): ComparedField[] {
  return fields
    .filter((field) => !isEmpty(field, kept) || !isEmpty(field, other))
    .map((field) => compareField(field, kept, other, limits));
}

/** The one card that two become; what was not chosen, or cannot be, is as it was proposed. */
export function mergeCards(
  kept: CallerDetails,
  other: CallerDetails,
  choices: MergeChoices,
  limits: CardLimits,
): CallerDetails {
  const chosen = (field: MergeField): MergeChoice => {
    const { options, choice } = compareField(field, kept, other, limits);
    const asked = choices[field];
    return asked && options.includes(asked) ? asked : choice;
  };
  const from = (field: MergeField) => (chosen(field) === 'other' ? other : kept);
  return {
    displayName: from('displayName').displayName,
    birthDate: from('birthDate').birthDate,
    numbers: chosen('numbers') === 'both' ? allNumbers(kept, other) : from('numbers').numbers,
    generalPractitioner: from('generalPractitioner').generalPractitioner,
    generalPractitionerNumber: from('generalPractitioner').generalPractitionerNumber,
    addressForm: from('addressForm').addressForm,
    spokenLanguage: from('spokenLanguage').spokenLanguage,
    checkFirst: from('checkFirst').checkFirst,
    postalAddress: from('postalAddress').postalAddress,
    remark: chosen('remark') === 'both' ? bothRemarks(kept, other) : from('remark').remark,
  };
}

/** What a column holds. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Of columns that say one thing together, none is put back when one of them was changed since. */
const together: readonly string[] = ['generalPractitioner', 'generalPractitionerNumber'];

/** The columns that a merge changed and nobody since, as they were before it. */
export function beforeMerge(before: Row, after: Row, now: Row): Record<string, Value> {
  const changedByMerge = Object.keys(after).filter((column) => before[column] !== after[column]);
  const isUntouched = (column: string) => now[column] === after[column];
  const columns = changedByMerge.filter(
    (column) => column in before && (together.includes(column) ? together.every(isUntouched) : isUntouched(column)),
  );
  return Object.fromEntries(columns.map((column) => [column, before[column] ?? null]));
}

interface NumberRow {
  id: number;
  number: string;
}

/** What happens with the numbers of two cards: those that both have stand on the one card once. */
export function mergeNumbers<Of extends NumberRow>(
  kept: readonly Of[],
  other: readonly Of[],
  chosen: readonly string[],
) {
  const known = new Set(kept.map(({ number }) => number));
  const moves = ({ number }: Of) => chosen.includes(number) && !known.has(number);
  return {
    moved: other.filter(moves),
    removed: [...kept.filter(({ number }) => !chosen.includes(number)), ...other.filter((row) => !moves(row))],
  };
}

/**
 * What happens with the numbers of the kept card when a merge is undone: the other's numbers leave it, what the merge
 * left out comes back, and numbers that were added or taken away since stay so.
 */
export function unmergeNumbers<Of extends NumberRow>(
  before: readonly Of[],
  after: readonly string[],
  now: readonly Of[],
) {
  const own = new Set(before.map(({ number }) => number));
  const present = new Set(now.map(({ number }) => number));
  return {
    removed: now.filter(({ number }) => after.includes(number) && !own.has(number)),
    putBack: before.filter(({ number }) => !after.includes(number) && !present.has(number)),
  };
}
