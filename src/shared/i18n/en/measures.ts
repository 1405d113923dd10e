import type { measures as nl } from '../nl/measures.ts';
import type { Shape } from '../shape.ts';

export const measures: Shape<typeof nl> = {
  tag: { contactBan: 'Contact ban', warning: 'Warned' },
  step: {
    conversation: 'Conversation',
    warning: 'Warning',
    contactBan: 'Contact ban',
    policeReport: 'Police report',
    damageClaim: 'Damage claim',
    civilCase: 'Civil case',
  },
  state: {
    planned: 'to come',
    running: 'running',
    ended: 'ended',
    lifted: 'lifted',
    replaced: 'extended',
    noted: 'noted',
  },
  emergencies: 'Emergencies always get through.',
  desk: {
    banUntil: 'Contact ban up to and including {{date}}',
    closed: 'Closed: {{channels}}.',
    open: 'Open: {{channels}}.',
    scope: { department: 'Covers the department {{name}}.', worker: 'Covers contact with {{name}}.' },
    why: 'Why',
    review: 'Will be reviewed on {{date}}.',
    sayTitle: 'Say this',
    say: 'Up to and including {{date}}, contact by {{closed}} is closed to you. Is it an emergency? Then I will help you right away.',
    sayOpen:
      'Up to and including {{date}}, contact by {{closed}} is closed to you. Is it an emergency? Then I will help you right away. Otherwise you can use {{open}}.',
    warned: 'Warned on {{date}}',
    warnedUntil: 'Counts up to and including {{date}}.',
    past: 'Earlier steps',
    period: '{{from}} to {{lastDay}}',
    failed: 'Whether a measure is running could not be loaded. Ask a colleague.',
  },
};
