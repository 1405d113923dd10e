import { NativeSelect } from '@mantine/core';
import { type Control, useController } from 'react-hook-form';
import { severity } from '../../../shared/contract/incidentKinds.ts';
import type { HouseRules } from '../../../shared/contract/settings.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import styles from '../settings/HouseRulesPage.module.css';
import { NumberField } from '../settings/NumberField.tsx';

/** From which severity aftercare begins by itself, and when each talk is. */
export function AftercareFields({ control }: { control: Control<HouseRules> }) {
  const t = useTexts();
  const { field } = useController({ control, name: 'aftercare.fromSeverity' });
  const weeks = { control, min: 1, max: 26, whole: true };
  return (
    <Section title={t('aftercare:rules.title')} explain={t('aftercare:rules.explain')}>
      <div className={styles.numbers}>
        <NativeSelect
          label={t('aftercare:rules.fromSeverity')}
          ref={field.ref}
          name={field.name}
          value={field.value}
          onBlur={field.onBlur}
          data={severity.options.map((value) => ({ value, label: t(`incidents:severity.${value}`) }))}
          onChange={({ target }) => field.onChange(target.value)}
        />
        <NumberField
          control={control}
          name="aftercare.firstHours"
          label={t('aftercare:rules.firstHours')}
          min={1}
          max={24}
          whole
        />
        <NumberField
          control={control}
          name="aftercare.talkHours"
          label={t('aftercare:rules.talkHours')}
          min={24}
          max={240}
          whole
        />
        <NumberField {...weeks} name="aftercare.secondWeeks" label={t('aftercare:rules.secondWeeks')} />
        <NumberField {...weeks} name="aftercare.lastFromWeeks" label={t('aftercare:rules.lastFromWeeks')} />
        <NumberField {...weeks} name="aftercare.lastUntilWeeks" label={t('aftercare:rules.lastUntilWeeks')} />
        <NumberField {...weeks} name="aftercare.repeatWeeks" label={t('aftercare:rules.repeatWeeks')} />
      </div>
    </Section>
  );
}
