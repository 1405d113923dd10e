import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrialOutcome, TrialStep } from '../../../shared/contract/breaks.ts';
import { type BucketRule, bucketRule } from '../../../shared/contract/settings.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './BucketTrial.module.css';
import { OwnMix } from './OwnMix.tsx';
import { type Scenario, scenarioNames, scenarios } from './scenarios.ts';

/** What the figures do in a case that is chosen, computed by the rule itself while they are typed. */
export function BucketTrial({ rule }: { rule: BucketRule }) {
  const t = useTexts();
  const [scenario, setScenario] = useState<Scenario | 'own'>('threeInsults');
  const [steps, setSteps] = useState<TrialStep[]>(scenarios.threeInsults);

  function choose(name: Scenario | 'own'): void {
    setScenario(name);
    // An own mix begins with what was looked at last.
    if (name !== 'own') setSteps(scenarios[name]);
  }

  return (
    <section className={styles.trial} aria-label={t('breaks:trial.title')}>
      <div>
        <strong>{t('breaks:trial.title')}</strong>
        <p>{t('breaks:trial.explain')}</p>
      </div>
      <Select
        className={styles.scenario}
        label={t('breaks:trial.scenario')}
        value={scenario}
        allowDeselect={false}
        data={[...scenarioNames, 'own' as const].map((value) => ({
          value,
          label: t(`breaks:trial.scenarios.${value}`),
        }))}
        onChange={(value) => {
          const chosen = [...scenarioNames, 'own' as const].find((name) => name === value);
          if (chosen) choose(chosen);
        }}
      />
      {scenario === 'own' && <OwnMix steps={steps} onChange={setSteps} />}
      <Outcome rule={rule} steps={steps} />
    </section>
  );
}

function Outcome({ rule, steps }: { rule: BucketRule; steps: TrialStep[] }) {
  const t = useTexts();
  const { queries } = useApi();
  const readable = bucketRule.safeParse(rule);
  const outcome = useQuery(
    queries.breaks.tryRule.queryOptions({
      input: { rule: readable.success ? readable.data : rule, steps },
      enabled: readable.success,
      placeholderData: keepPreviousData,
    }),
  );
  if (!readable.success) return <p className={styles.unusable}>{t('breaks:trial.unusable')}</p>;
  // A result of a moment ago may be of another mix.
  if (!outcome.data || outcome.data.length !== steps.length) return null;
  return (
    <>
      <Conclusion steps={steps} outcomes={outcome.data} />
      <OutcomeTable steps={steps} outcomes={outcome.data} breakMinutes={rule.breakMinutes} />
    </>
  );
}

interface OutcomeProps {
  steps: TrialStep[];
  outcomes: TrialOutcome[];
}

/** "Prompt after the second": counted in what happens, not in breaks. */
function Conclusion({ steps, outcomes }: OutcomeProps) {
  const t = useTexts();
  const events = outcomes.filter((_, index) => steps[index]?.what !== 'break');
  const placeOf = (matches: (outcome: TrialOutcome) => boolean) => {
    const place = places[events.findIndex(matches)];
    return place ? t(`breaks:trial.nth.${place}`) : null;
  };
  const prompted = placeOf(({ prompt }) => prompt);
  const insisted = placeOf(({ prompt, line }) => prompt && line === 'insist');
  return (
    <div role="status">
      <Notice tone="say">
        <strong>
          {prompted ? t('breaks:trial.promptAfter', { nth: prompted }) : t('breaks:trial.never')}{' '}
          {insisted && t('breaks:trial.insistAfter', { nth: insisted })}
        </strong>
      </Notice>
    </div>
  );
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;

function OutcomeTable({ steps, outcomes, breakMinutes }: OutcomeProps & { breakMinutes: number }) {
  const t = useTexts();
  let minutes = 0;
  return (
    <DataTable
      label={t('breaks:trial.result')}
      columns={[t('breaks:trial.when'), t('breaks:trial.what'), t('breaks:trial.bucket'), t('breaks:trial.result')]}
    >
      {steps.map(({ what, minutesLater }, index) => {
        const outcome = outcomes[index];
        minutes += minutesLater + (what === 'break' ? breakMinutes : 0);
        if (!outcome) return null;
        const says = () => {
          if (!outcome.prompt) return what === 'break' && outcome.line !== 'none' ? 'rested' : 'nothing';
          return outcome.line === 'insist' ? 'insist' : 'suggest';
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
          <tr key={index}>
            <td>{t('breaks:trial.after', { minutes })}</td>
            <td>{t(`breaks:trial.kinds.${what}`)}</td>
            <td>{t('breaks:trial.fullness', { percent: Math.round(outcome.level * 100) })}</td>
            <td>{t(`breaks:trial.${says()}`)}</td>
          </tr>
        );
      })}
    </DataTable>
  );
}
