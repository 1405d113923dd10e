import type { privacyRestrictions as nl } from '../nl/privacyRestrictions.ts';
import type { Shape } from '../shape.ts';

export const privacyRestrictions: Shape<typeof nl> = {
  title: 'Restricted',
  deciding:
    'Use what stands here only to protect others or for a legal case, and write down why that is needed. Emergencies always get through.',
  rectifying: 'What is restricted does not change. Lift it at Restricted, correct, and restrict again if needed.',
  explain:
    'Of these callers you keep everything and use nothing: it is not shown at the desk, not changed, not exported and not erased. What comes after is recorded as usual. A contact ban goes on, and emergencies always get through.',
  since: 'Since',
  ground: {
    accuracy: 'it is being checked whether it is right',
    unlawful: 'was not allowed, the caller wants it kept',
    claim: 'the caller needs it for a case',
    objection: 'objection, being weighed',
  },
  groundLabel: 'Why restrict',
  set: 'Restrict',
  setOf: 'Restrict what there is of {{name}}',
  setTitle: 'Restrict {{name}}',
  reason: 'What you answer the caller, or why',
  already: 'This is restricted already.',
  line: '{{name}}: {{reason}}',
  lift: 'Lift the restriction',
  liftOf: 'Lift the restriction of {{name}}',
  liftTitle: 'Lift restriction: {{name}}',
  liftText: 'Tell the caller before you lift it (article 18, third paragraph, of the GDPR).',
  liftReason: 'Why',
  lifted: 'Lifted.',
};
