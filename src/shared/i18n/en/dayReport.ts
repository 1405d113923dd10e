import type { dayReport as nl } from '../nl/dayReport.ts';
import type { Shape } from '../shape.ts';

export const dayReport: Shape<typeof nl> = {
  open: 'Day report',
  explain: 'One page: the figures, the incidents, what was decided and what is late.',
  withCallers: 'With names of callers',
  withCallersHint: 'Without it the report says “a caller”. Show names only to whoever needs them.',
  save: 'Save as PDF',
  failed: 'That did not work. Please try again.',
  title: 'Day report of {{day}}',
  madeBy: 'Made by {{name}}, {{when}}',
  figures: 'Contacts: {{contacts}}. Incidents: {{incidents}}, per 100 contacts {{rate}} (usually {{usual}}).',
  openLine: 'Still to review: {{toReview}}. Still to complete: {{toComplete}}.',
  causes: 'Causes: {{causes}}.',
  aftercare: 'Aftercare on time: {{onTime}} of {{running}}.',
  incidents: 'Incidents',
  decided: 'Decided',
  decision: '{{step}}: {{name}}, by {{by}}',
  late: 'Late',
  lateOnlyToday: 'Only today’s report shows what is late.',
  since: 'since {{when}}',
  aCaller: 'a caller',
  restrictedCaller: 'a caller (restricted)',
  none: 'None.',
  more_one: 'And {{count}} more.',
  more_other: 'And {{count}} more.',
};
