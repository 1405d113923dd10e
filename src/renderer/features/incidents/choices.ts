import type {
  AggressionKind,
  Behaviour,
  Cause,
  Outcome,
  Severity,
  Weight,
} from '../../../shared/contract/incidentKinds.ts';

interface Keyed<Choice> {
  key: string;
  choice: Choice;
}

/** The keys never change: the hands learn them. */
export const behaviours: Keyed<Behaviour>[] = [
  { key: '1', choice: 'verbalAbuse' },
  { key: '2', choice: 'insult' },
  { key: '3', choice: 'threat' },
  { key: '4', choice: 'intimidation' },
  { key: '5', choice: 'discrimination' },
  { key: '6', choice: 'sexualIntimidation' },
  { key: '7', choice: 'harassment' },
  { key: '8', choice: 'physical' },
  { key: '9', choice: 'damage' },
  { key: '0', choice: 'angryHangUp' },
];

export const severities: Keyed<Severity>[] = [
  { key: 'Q', choice: 'unpleasant' },
  { key: 'W', choice: 'serious' },
  { key: 'E', choice: 'verySerious' },
];

export const outcomes: Keyed<Outcome>[] = [
  { key: 'A', choice: 'callEnded' },
  { key: 'S', choice: 'colleagueTookOver' },
  { key: 'D', choice: 'warned' },
  { key: 'F', choice: 'callerCalmed' },
  { key: 'G', choice: 'callerHungUp' },
  { key: 'H', choice: 'policeCalled' },
  { key: 'J', choice: 'other' },
];

export const causes: Cause[] = [
  'waiting',
  'refusedRequest',
  'noAppointment',
  'lateResult',
  'unclearMailing',
  'misunderstanding',
  'ourBehaviour',
  'unknown',
];

export const aggressionKinds: AggressionKind[] = ['frustration', 'instrumental', 'illness', 'unknown'];

export const weights: Weight[] = ['lighter', 'asItWas', 'heavier'];
