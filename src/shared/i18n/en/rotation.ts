import type { rotation as nl } from '../nl/rotation.ts';
import type { Shape } from '../shape.ts';

export const rotation: Shape<typeof nl> = {
  intro:
    'Who does what, by part of the day. A proposal deals every duty as evenly as can be, and nobody has the heaviest twice in a row when it can be avoided. You then change it by hand.',
  propose: 'Propose a rotation',
  proposed: 'The rotation is filled in. Change it as you like.',
  replaceTitle: 'Fill in the rotation anew?',
  replaceText: 'What stands in this week from today on makes room for a new proposal.',
  before: 'Week before',
  thisWeek: 'This week',
  after: 'Week after',
  weekOf: 'Week of {{date}}',
  tableLabel: 'Rotation of the week',
  when: 'When',
  part: { morning: 'morning', afternoon: 'afternoon' },
  duty: { urgentLine: 'Urgent line', phone: 'Phone', desk: 'Desk', otherWork: 'Other work' },
  uneven:
    'Not quite even this week: {{duties}}. Somebody has that at least twice more often than another. That is because of the numbers, or of a change by hand.',
  noDuty: 'No duty',
  absent: '{{name}} is not in',
  changeOf: '{{name}}, {{day}} {{part}}: {{duty}}',
  takeOut: 'No duty',
  noDays: 'There are no working days in this week.',
  ruleTitle: 'How the proposal reckons',
  ruleExplain: 'House rules of the practice; there is no norm for them. Whoever is left over does other work.',
  needed: '{{duty}}: how many people',
  heaviest: 'Heaviest duty',
  takesPart: 'Who takes turns',
  failed: 'That did not work. Nothing was changed.',
  own: {
    title: 'Your duties',
    today: 'Duty: {{turns}}',
    none: 'You have no duty in the coming two weeks.',
  },
};
