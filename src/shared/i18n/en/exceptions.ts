import type { exceptions as nl } from '../nl/exceptions.ts';
import type { Shape } from '../shape.ts';

export const exceptions: Shape<typeof nl> = {
  title: 'Exception',
  onCard: 'Exception: {{what}}, up to and including {{date}}',
  because: 'Because: {{why}}. Granted by {{name}} on {{date}}.',
  hold: 'No longer, and no more than this.',
  end: 'End it',
  endOf: 'End the exception: {{what}}',
  grant: 'Grant an exception',
  form: {
    intro: 'What is allowed, other than usual. It stands on the card until it ends, so that everybody does the same.',
    what: 'What this caller may do',
    whatHint: 'for example: prescription by mail',
    why: 'Why',
    whyHint: 'short; no medical facts',
    lastDay: 'Up to and including',
    missing: 'This is still needed.',
    tooEarly: 'That day has passed.',
  },
  saved: 'The exception stands on the card: {{name}}.',
  ended: 'Exception ended: {{what}}.',
};
