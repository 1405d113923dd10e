import type { Control } from 'react-hook-form';
import type { HouseRules } from '../../../shared/contract/settings.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import styles from './HouseRulesPage.module.css';
import { NumberField } from './NumberField.tsx';

/** How large the files of an incident may be. */
export function AttachmentsFields({ control }: { control: Control<HouseRules> }) {
  const t = useTexts();
  const field = { control, min: 1, whole: true };
  return (
    <Section title={t('attachments:rules.title')} explain={t('attachments:rules.explain')}>
      <div className={styles.numbers}>
        <NumberField {...field} name="attachments.fileMegabytes" label={t('attachments:rules.file')} max={25} />
        <NumberField
          {...field}
          name="attachments.incidentMegabytes"
          label={t('attachments:rules.incident')}
          max={200}
        />
      </div>
    </Section>
  );
}
