import type { rotation as nl } from '../nl/rotation.ts';
import type { Shape } from '../shape.ts';

export const rotation: Shape<typeof nl> = {
  intro:
    'Who does what, by part of the day. A proposal shares every duty as evenly as possible, and nobody gets the heaviest twice in a row if that can be avoided. You can then change it by hand.',
  propose: 'Propose a rota',
  proposed: 'The rota is filled in. Change it as you like.',
  replaceTitle: 'Fill in the rota again?',
  replaceText: 'From today on, this week’s duties make way for a new proposal.',
  before: 'Week before',
  thisWeek: 'This week',
  after: 'Week after',
  weekOf: 'Week of {{date}}',
  tableLabel: 'Rota of the week',
  when: 'When',
  part: { morning: 'morning', afternoon: 'afternoon' },
  duty: { urgentLine: 'Urgent line', phone: 'Phone', desk: 'Desk', otherWork: 'Other work' },
  uneven:
    'Not quite even this week: {{duties}}. Someone has this at least two times more than someone else. That comes from the numbers, or from a change by hand.',
  noDuty: 'No duty',
  absent: '{{name}} is away',
  changeOf: '{{name}}, {{day}} {{part}}: {{duty}}',
  takeOut: 'No duty',
  noDays: 'This week has no working days.',
  ruleTitle: 'How the proposal works',
  ruleExplain: 'The practice’s own house rules; there is no norm for them. Whoever is left over does other work.',
  needed: '{{duty}}: how many people',
  heaviest: 'Heaviest duty',
  takesPart: 'Who takes part',
  failed: 'That did not work. Nothing was changed.',
  own: {
    title: 'Your duties',
    today: 'Duty: {{turns}}',
    none: 'You have no duties in the next two weeks.',
  },
};
