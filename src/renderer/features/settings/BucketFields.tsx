import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import type { BucketRule, HouseRules } from '../../../shared/contract/settings.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import styles from './HouseRulesPage.module.css';
import { NumberField } from './NumberField.tsx';

interface Props {
  control: Control<HouseRules>;
  /** As it is typed, for what it comes down to. */
  bucket: BucketRule;
}

const most = 100;

export function BucketFields({ control, bucket }: Props) {
  const t = useTexts();
  return (
    <div className={styles.groups}>
      <Group title={t('settings:rules.dropsTitle')}>
        <NumberField
          control={control}
          name="bucket.drops.unpleasant"
          label={t('settings:rules.unpleasant')}
          min={0}
          max={most}
        />
        <NumberField
          control={control}
          name="bucket.drops.serious"
          label={t('settings:rules.serious')}
          min={0}
          max={most}
        />
        <NumberField
          control={control}
          name="bucket.drops.verySerious"
          label={t('settings:rules.verySerious')}
          min={0}
          max={most}
        />
        <NumberField
          control={control}
          name="bucket.crisisDrops"
          label={t('settings:rules.crisis')}
          min={0}
          max={most}
        />
      </Group>
      <Group title={t('settings:rules.linesTitle')}>
        <NumberField
          control={control}
          name="bucket.firstLine"
          label={t('settings:rules.firstLine')}
          min={0.1}
          max={most}
        />
        <NumberField
          control={control}
          name="bucket.secondLine"
          label={t('settings:rules.secondLine')}
          min={0.1}
          max={most}
        />
        <NumberField
          control={control}
          name="bucket.breakMinutes"
          label={t('settings:rules.breakMinutes')}
          min={1}
          max={60}
          whole
        />
        <NumberField
          control={control}
          name="bucket.snoozeMinutes"
          label={t('settings:rules.snoozeMinutes')}
          min={1}
          max={60}
          whole
        />
      </Group>
      <Group title={t('settings:rules.leakTitle')}>
        <NumberField
          control={control}
          name="bucket.leakPerHour"
          label={t('settings:rules.leakPerHour')}
          min={0}
          max={most}
        />
        <NumberField
          control={control}
          name="bucket.leakPerBreakMinute"
          label={t('settings:rules.leakPerBreakMinute')}
          min={0}
          max={most}
        />
      </Group>
      <Group title={t('settings:rules.weightsTitle')} hint={t('settings:rules.weightsHint')}>
        <NumberField
          control={control}
          name="bucket.weights.lighter"
          label={t('settings:rules.lighter')}
          min={0}
          max={5}
        />
        <NumberField
          control={control}
          name="bucket.weights.heavier"
          label={t('settings:rules.heavier')}
          min={1}
          max={5}
        />
      </Group>
      <Example bucket={bucket} />
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

/** The figures as a practice would meet them. */
function Example({ bucket }: { bucket: BucketRule }) {
  const t = useTexts();
  const format = useFormat();
  const { drops, firstLine, secondLine, breakMinutes, leakPerBreakMinute } = bucket;
  const serious = drops.serious > 0 ? Math.ceil(firstLine / drops.serious) : null;
  const verySerious = () => {
    if (drops.verySerious >= secondLine) return t('settings:rules.exampleVerySerious');
    if (drops.verySerious >= firstLine) return t('settings:rules.exampleVerySeriousSuggest');
    return t('settings:rules.exampleVerySeriousNothing');
  };
  return (
    <Notice tone="say" title={t('settings:rules.example')}>
      <ul className={styles.example}>
        <li>
          {serious === null || Number.isNaN(serious)
            ? t('settings:rules.exampleNever')
            : t('settings:rules.exampleSerious', { count: serious })}
        </li>
        <li>{verySerious()}</li>
        <li>
          {t('settings:rules.exampleBreak', {
            minutes: breakMinutes || 0,
            drops: format.number(breakMinutes * leakPerBreakMinute || 0),
          })}
        </li>
      </ul>
    </Notice>
  );
}
