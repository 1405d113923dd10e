import type { phrases as nl } from '../nl/phrases.ts';
import type { Shape } from '../shape.ts';

export const phrases: Shape<typeof nl> = {
  title: 'Phrases',
  filter: 'Search for a sentence',
  filterPlaceholder: 'Type a word, or choose a digit',
  kinds: 'Kinds',
  list: 'Sentences found',
  kind: {
    slowing: 'Rounding off kindly',
    namingLimit: 'Name a limit',
    announcingEnd: 'Announce the end',
    ending: 'End the call',
    takingOver: 'Take over',
    explainingBan: 'Explain a contact ban',
    handingOver: 'Hand over',
  },
  none: 'No sentence found. Backspace takes letters away.',
  readAloud: 'Read aloud',
  another: 'Another sentence',
  position: '{{number}} of {{count}}',
  loadFailed: 'The sentences could not be loaded.',
};
