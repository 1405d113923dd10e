import type { Control } from 'react-hook-form';
import type { HouseRules } from '../../../shared/contract/settings.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import styles from './HouseRulesPage.module.css';
import { NumberField } from './NumberField.tsx';

/** From where the card says that somebody calls more than usual. */
export function FrequencyFields({ control }: { control: Control<HouseRules> }) {
  const t = useTexts();
  return (
    <Section title={t('agreements:rule.title')} explain={t('agreements:rule.explain')}>
      <div className={styles.numbers}>
        <NumberField
          control={control}
          name="frequency.callsAWeek"
          label={t('agreements:rule.callsAWeek')}
          min={2}
          max={100}
          whole
        />
        <NumberField
          control={control}
          name="frequency.timesOwnUsual"
          label={t('agreements:rule.timesOwnUsual')}
          min={1}
          max={20}
        />
        <NumberField
          control={control}
          name="frequency.timesOthers"
          label={t('agreements:rule.timesOthers')}
          min={1}
          max={20}
        />
      </div>
    </Section>
  );
}
