import { zodResolver } from '@hookform/resolvers/zod';
import { isDefinedError, safe } from '@orpc/client';
import { useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { z } from 'zod';
import { shortText } from '../../../shared/contract/base.ts';
import {
  type Correctable,
  correctedFacts,
  type IncidentCorrection,
  incidentCorrection,
} from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import type { SaveState } from '../../app/saver.ts';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import type { Unfinished } from '../unfinished/useUnfinished.ts';

const form = correctedFacts.extend({ why: shortText });
export type TypedCorrection = z.infer<typeof form>;

/** What is kept while somebody types: what differs, with the name of the caller that was chosen. */
export const keptCorrection = z.object({
  correction: incidentCorrection,
  why: shortText,
  callerName: z.string().nullable(),
});
export type KeptCorrection = z.infer<typeof keptCorrection>;

export type CorrectionProblem = 'unchanged' | 'failed' | 'badTime' | 'noBehaviour';

export interface Correction {
  form: UseFormReturn<TypedCorrection>;
  problem: CorrectionProblem | null;
  saveState: SaveState;
  /** The name of the caller that is chosen; null for nobody known. */
  callerName: string | null;
  chooseCaller: (caller: { id: number; displayName: string } | null) => void;
  /** What was typed before is shown again. */
  wasKept: boolean;
  /** Throws away what was typed. */
  beginAgain: () => void;
  submit: () => Promise<void>;
}

export interface CorrectionStart {
  incidentId: number;
  found: Correctable;
  kept: KeptCorrection | null;
  unfinished: Omit<Unfinished<KeptCorrection>, 'kept'>;
  /** The request that it is put right for, if any. */
  requestId?: number;
  onSaved: () => void;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only what differs from what is there, so that nothing else is overwritten. */
function differences(typed: TypedCorrection, { facts, happened }: Correctable): IncidentCorrection {
  const before = { ...facts, happened };
  const correction: IncidentCorrection = {};
  for (const field of correctedFacts.keyof().options) {
    if (!isSame(typed[field], before[field])) Object.assign(correction, { [field]: typed[field] });
  }
  return correction;
}

/** An incident as it is corrected: what is typed is kept with every key, and saved as a correction when that is said. */
export function useCorrection({
  incidentId,
  found,
  kept,
  unfinished,
  requestId,
  onSaved,
}: CorrectionStart): Correction {
  const { client } = useApi();
  // What changes meanwhile stays as it is: only what is typed here is sent.
  const [start] = useState(found);
  const [callerName, setCallerName] = useState(kept ? kept.callerName : start.facts.callerName);
  const [problem, setProblem] = useState<CorrectionProblem | null>(null);
  const [wasKept, setWasKept] = useState(kept !== null);
  const asItIs: TypedCorrection = { ...start.facts, happened: start.happened, why: '' };
  const typed = useForm<TypedCorrection>({
    resolver: zodResolver(form),
    defaultValues: { ...asItIs, why: kept?.why ?? '', ...kept?.correction },
  });

  function keep(values: TypedCorrection, name: string | null): void {
    setProblem(null);
    // What is half typed, such as a date, is kept once it can be read.
    const { data } = form.safeParse(values);
    if (data) unfinished.keep({ correction: differences(data, start), why: data.why, callerName: name });
  }
  useKeepTyping(typed, (values) => keep(values, callerName));

  async function save(values: TypedCorrection): Promise<void> {
    const correction = differences(values, start);
    if (Object.keys(correction).length === 0) return setProblem('unchanged');
    const corrected = { incidentId, correction, why: values.why };
    const { error } = await safe(
      requestId === undefined
        ? client.incidents.correct(corrected)
        : client.privacy.rectify({ requestId, change: { record: 'incident', ...corrected } }),
    );
    if (error) return setProblem(isDefinedError(error) && error.code === 'FIELD' ? 'badTime' : 'failed');
    await safe(unfinished.drop());
    onSaved();
  }

  function chooseCaller(caller: { id: number; displayName: string } | null): void {
    const name = caller?.displayName ?? null;
    setCallerName(name);
    typed.setValue('callerId', caller?.id ?? null);
    keep(typed.getValues(), name);
  }

  function beginAgain(): void {
    setWasKept(false);
    setProblem(null);
    setCallerName(start.facts.callerName);
    typed.reset(asItIs);
    void safe(unfinished.drop());
  }

  return {
    form: typed,
    wasKept,
    beginAgain,
    problem,
    saveState: unfinished.saveState,
    callerName,
    chooseCaller,
    submit: typed.handleSubmit(save, ({ behaviours }) => setProblem(behaviours ? 'noBehaviour' : 'badTime')),
  };
}
