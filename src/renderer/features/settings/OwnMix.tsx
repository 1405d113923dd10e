import { Button, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type TrialStep, trialStep } from '../../../shared/contract/breaks.ts';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './BucketTrial.module.css';
import { MOST_STEPS } from './scenarios.ts';

interface Props {
  steps: TrialStep[];
  onChange: (steps: TrialStep[]) => void;
}

const kinds = trialStep.shape.what.options;
const LONGEST = 600;

/** What happens, one thing after the other, as a practice puts it together itself. */
export function OwnMix({ steps, onChange }: Props) {
  const t = useTexts();
  const change = (at: number, part: Partial<TrialStep>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  return (
    <div className={styles.mix}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
        <div key={index} className={styles.step}>
          <Select
            label={t('breaks:trial.what')}
            value={step.what}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`breaks:trial.kinds.${value}`) }))}
            onChange={(value) => {
              const what = kinds.find((kind) => kind === value);
              if (what) change(index, { what });
            }}
          />
          <NumberInput
            label={t('breaks:trial.later')}
            value={step.minutesLater}
            min={0}
            max={LONGEST}
            allowDecimal={false}
            allowNegative={false}
            onChange={(value) => change(index, { minutesLater: Math.min(LONGEST, Number(value) || 0) })}
          />
          {steps.length > 1 && (
            <IconButton
              label={t('breaks:trial.remove', { what: t(`breaks:trial.kinds.${step.what}`) })}
              icon={<IconX />}
              onPress={() => onChange(steps.filter((_, other) => other !== index))}
            />
          )}
        </div>
      ))}
      {steps.length < MOST_STEPS && (
        <Button size="xs" variant="default" onClick={() => onChange([...steps, { what: 'serious', minutesLater: 15 }])}>
          {t('breaks:trial.add')}
        </Button>
      )}
    </div>
  );
}
