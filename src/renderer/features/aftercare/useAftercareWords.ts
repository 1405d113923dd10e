import type { AftercareOfWorker, AftercareStep, StepOnClock, StepState } from '../../../shared/contract/aftercare.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';

const tones = { taken: 'calm', refused: 'plain', passed: 'plain', later: 'plain', due: 'due', late: 'stop' } as const;

/** What a step is called, and when it is, in words. */
export function useAftercareWords() {
  const t = useTexts();
  const format = useFormat();
  const incidents = useIncidentWords();

  /** Only the first two are due at a time of day; the others on days. */
  const hasTime = (step: AftercareStep): boolean => step === 'first' || step === 'talk';

  const planned = ({ step, opensAt, dueBy }: StepOnClock, now: number): string => {
    if (hasTime(step)) {
      return t('aftercare:before', { when: dueBy > now ? format.until(dueBy, now) : format.moment(dueBy, now) });
    }
    const [from, until] = [format.date(opensAt, now), format.date(dueBy - 1, now)];
    return from === until ? t('aftercare:on', { when: from }) : t('aftercare:between', { from, until });
  };

  return {
    step: (step: AftercareStep): string => t(`aftercare:step.${step}`),
    stepInLine: (step: AftercareStep): string => t(`aftercare:step.${step}`).toLocaleLowerCase(),
    tone: (state: StepState) => tones[state],
    state: (state: StepState): string => t(`aftercare:state.${state}`),
    when: (one: StepOnClock, now: number): string =>
      one.state === 'late'
        ? t('aftercare:since', {
            when: hasTime(one.step) ? format.moment(one.dueBy, now) : format.date(one.dueBy, now),
          })
        : planned(one, now),
    /** The same for the worker: what is late is not for them to make good. */
    comes: (one: StepOnClock, now: number): string =>
      one.state === 'late' ? t('aftercare:own.soon') : planned(one, now),
    /** What it is for. */
    reason: ({ incident, startedAt }: Reason, now: number): string =>
      incident
        ? t('aftercare:incidentOf', {
            when: format.moment(incident.occurredAt, now),
            what: dotted([incidents.behaviours(incident.behaviours), incidents.severity(incident.severity)]),
          })
        : t('aftercare:afterCall', { when: format.moment(startedAt, now) }),
  };
}

type Reason = Pick<AftercareOfWorker, 'incident' | 'startedAt'>;
