import type { audit as nl } from '../nl/audit.ts';
import type { Shape } from '../shape.ts';

export const audit: Shape<typeof nl> = {
  title: 'Log',
  explain: 'Who did and saw what. Nobody can take anything out without it showing: each line hangs on the one before.',
  listLabel: 'Log',
  verify: 'Check the chain',
  verifying: 'Recomputing the chain…',
  whole_one: 'The chain is whole: {{count}} line, none changed or gone.',
  whole_other: 'The chain is whole: {{count}} lines, none changed or gone.',
  broken: 'The chain is broken at line {{id}}. Make a copy of the folder and ask for help; change nothing yourself.',
  verifyFailed: 'The chain could not be recomputed.',
  at: 'When',
  who: 'Who',
  action: 'What',
  subject: 'About',
  system: 'the program',
  older: 'Show older ones',
  noOlder: 'This is where the log begins.',
  empty: 'Nothing in the log yet.',
};
