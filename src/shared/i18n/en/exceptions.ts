import type { exceptions as nl } from '../nl/exceptions.ts';
import type { Shape } from '../shape.ts';

export const exceptions: Shape<typeof nl> = {
  title: 'Exception',
  onCard: 'Exception: {{what}}, until {{date}}',
  because: 'Because: {{why}}. Granted by {{name}} on {{date}}.',
  hold: 'No longer, and no more than this.',
  end: 'End',
  endOf: 'End the exception: {{what}}',
  grant: 'Grant an exception',
  form: {
    intro: 'What is allowed, out of the ordinary. It stays on the card until it ends, so that everyone does the same.',
    what: 'What this caller may do',
    whatHint: 'for example: prescription by e-mail',
    why: 'Why',
    whyHint: 'short; no medical facts',
    lastDay: 'Last day',
    missing: 'Please fill this in.',
    tooEarly: 'That day has passed.',
  },
  saved: 'The exception is on the card: {{name}}.',
  ended: 'Exception ended: {{what}}.',
};
