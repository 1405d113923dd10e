import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import type { BucketRule, HouseRules } from '../../../shared/contract/settings.ts';
import { useTexts } from '../../app/texts.ts';
import { BucketTrial } from './BucketTrial.tsx';
import styles from './HouseRulesPage.module.css';
import { NumberField } from './NumberField.tsx';

interface Props {
  control: Control<HouseRules>;
  /** As it is typed, for what it comes down to. */
  bucket: BucketRule;
}

export function BucketFields({ control, bucket }: Props) {
  const t = useTexts();
  const drops = { control, min: 0, max: 100 };
  const line = { control, min: 0.1, max: 100 };
  const minutes = { control, min: 1, max: 60, whole: true };
  return (
    <div className={styles.groups}>
      <Group title={t('settings:rules.dropsTitle')}>
        <NumberField {...drops} name="bucket.drops.unpleasant" label={t('settings:rules.unpleasant')} />
        <NumberField {...drops} name="bucket.drops.serious" label={t('settings:rules.serious')} />
        <NumberField {...drops} name="bucket.drops.verySerious" label={t('settings:rules.verySerious')} />
        <NumberField {...drops} name="bucket.distressDrops.crisis" label={t('settings:rules.crisis')} />
        <NumberField {...drops} name="bucket.distressDrops.lonely" label={t('settings:rules.lonely')} />
      </Group>
      <Group title={t('settings:rules.linesTitle')}>
        <NumberField {...line} name="bucket.firstLine" label={t('settings:rules.firstLine')} />
        <NumberField {...line} name="bucket.secondLine" label={t('settings:rules.secondLine')} />
        <NumberField {...minutes} name="bucket.breakMinutes" label={t('settings:rules.breakMinutes')} />
        <NumberField {...minutes} name="bucket.snoozeMinutes" label={t('settings:rules.snoozeMinutes')} />
      </Group>
      <Group title={t('settings:rules.leakTitle')} hint={t('settings:rules.leakHint')}>
        <NumberField {...drops} name="bucket.leakPerHour" label={t('settings:rules.leakPerHour')} />
        <NumberField {...drops} name="bucket.leakPerOtherWorkHour" label={t('settings:rules.leakPerOtherWorkHour')} />
        <NumberField
          {...drops}
          min={0.01}
          name="bucket.leakPerBreakMinute"
          label={t('settings:rules.leakPerBreakMinute')}
        />
        <NumberField {...drops} name="bucket.reliefPerNight" label={t('settings:rules.reliefPerNight')} />
      </Group>
      <Group title={t('settings:rules.weightsTitle')} hint={t('settings:rules.weightsHint')}>
        <NumberField {...drops} max={1} name="bucket.weights.lighter" label={t('settings:rules.lighter')} />
        <NumberField {...drops} min={1} max={5} name="bucket.weights.heavier" label={t('settings:rules.heavier')} />
      </Group>
      <BucketTrial rule={bucket} />
    </div>
  );
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <div className={styles.numbers}>{children}</div>
      {hint && <small>{hint}</small>}
    </fieldset>
  );
}
