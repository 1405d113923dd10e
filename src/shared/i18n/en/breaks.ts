import type { breaks as nl } from '../nl/breaks.ts';
import type { Shape } from '../shape.ts';

export const breaks: Shape<typeof nl> = {
  bucket: {
    empty: 'Your bucket is empty',
    some: 'Your bucket: {{percent}} % full',
    overFirst: 'Your bucket: {{percent}} % full, a break is a good idea',
    overSecond: 'Your bucket is full, take a break now',
    onlyYou: 'Only you see this.',
    title: 'Your bucket',
    drops: 'Every incident adds drops. The heavier it was, the more.',
    leak: 'It leaks slowly while you work, and faster on a break.',
    lines: 'Above the first line the window suggests a break. Above the second it insists.',
    rule: 'The figures are a house rule of the practice, not science. Do you feel that it is time? Then it is time.',
    firstLine: 'a break is a good idea',
    secondLine: 'take a break now',
  },
  prompt: {
    label: 'Suggestion to take a break',
    suggest: 'Away from the phone for a while?',
    insist: 'Please take a break now',
    oneIncident:
      'There was an incident. By the house rule this is a good moment: {{rest}} minutes away from the phone.',
    incidents:
      '{{number}} incidents {{span}}. By the house rule this is a good moment: {{rest}} minutes away from the phone.',
    verySerious: 'There was a very serious incident. By the house rule a break belongs to it: {{rest}} minutes.',
    incidentsInsist:
      '{{number}} incidents {{span}} is a lot. By the house rule it is time for {{rest}} minutes. Leave the phone to others for a while.',
    other:
      'It was a lot, even without incidents. By the house rule this is a good moment: {{rest}} minutes away from the phone.',
    shortSpan: 'one after the other',
    span_one: 'in {{count}} minute',
    span_other: 'in {{count}} minutes',
    start: 'Break',
    snooze: 'In {{count}} min',
    otherWork: 'Other work',
    askTeamLead: 'Ask the team lead',
    teamLeadAsked: 'The team lead knows that you ask to be relieved.',
    short: 'Break?',
  },
  timer: {
    title: 'Break',
    otherWork: 'Other work',
    calm: 'Nothing for a while.',
    calmOther: 'Away from the phone for a while.',
    since: 'since {{time}}',
    minutes_one: 'minute',
    minutes_other: 'minutes',
    suggested: 'The house rule suggests {{count}} minutes. Longer is fine.',
    enough: 'The suggested {{count}} minutes have passed. Take what you need.',
    tip: 'Walk a little, drink something, talk to somebody. Leave your phone.',
    back: 'I am back',
    toOtherWork: 'Go on with other work',
    running: 'On a break: {{count}} min',
    runningOther: 'Other work: {{count}} min',
    welcomeBackAtOnce: 'Welcome back.',
    welcomeBack_one: 'Welcome back. You were away for {{count}} minute.',
    welcomeBack_other: 'Welcome back. You were away for {{count}} minutes.',
  },
  start: 'Start a break',
  failed: 'The break could not be noted. Take it all the same.',
};
