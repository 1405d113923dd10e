import type { Control } from 'react-hook-form';
import type { HouseRules } from '../../../shared/contract/settings.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import styles from './HouseRulesPage.module.css';
import { NumberField } from './NumberField.tsx';

/** How long a contact ban lasts and what counts as recurrence; that emergencies get through is no figure. */
export function MeasuresFields({ control }: { control: Control<HouseRules> }) {
  const t = useTexts();
  const field = { control, min: 1, whole: true };
  return (
    <Section title={t('measures:rules.title')} explain={t('measures:rules.explain')}>
      <div className={styles.numbers}>
        <NumberField {...field} name="measures.banMonths.0" label={t('measures:rules.first')} max={24} />
        <NumberField {...field} name="measures.banMonths.1" label={t('measures:rules.second')} max={24} />
        <NumberField {...field} name="measures.banMonths.2" label={t('measures:rules.later')} max={24} />
        <NumberField {...field} name="measures.recurrenceMonths" label={t('measures:rules.recurrence')} max={60} />
        <NumberField {...field} name="measures.decideWithinDays" label={t('measures:rules.decideDays')} max={365} />
      </div>
    </Section>
  );
}
