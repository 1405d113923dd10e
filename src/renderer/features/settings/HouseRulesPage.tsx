import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Control, useForm } from 'react-hook-form';
import { type HouseRules, houseRules } from '../../../shared/contract/settings.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Page, Section } from '../../components/Page.tsx';
import { AftercareFields } from '../aftercare/AftercareFields.tsx';
import { type KeptChanges, keptChanges, withChanges } from '../unfinished/keptChanges.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeptChanges } from '../unfinished/useKeptChanges.ts';
import { AttachmentsFields } from './AttachmentsFields.tsx';
import { BucketFields } from './BucketFields.tsx';
import { FrequencyFields } from './FrequencyFields.tsx';
import styles from './HouseRulesPage.module.css';
import { MeasuresFields } from './MeasuresFields.tsx';
import { NumberField } from './NumberField.tsx';
import { SaveRow } from './SaveRow.tsx';

/** What the practice agreed on: when a break, when a colleague answers, when the app locks. */
export default function HouseRulesPage() {
  const t = useTexts();
  const { queries } = useApi();
  const settings = useQuery(queries.settings.get.queryOptions());
  return (
    <Page title={t('settings:rules.title')} intro={t('settings:rules.intro')}>
      <Loaded query={settings}>
        {(data) => (
          <Unfinished form="houseRules" schema={keptChanges} empty={{}}>
            {(typing) => <HouseRulesForm rules={data.houseRules} typing={typing} />}
          </Unfinished>
        )}
      </Loaded>
    </Page>
  );
}

function HouseRulesForm({ rules, typing }: { rules: HouseRules; typing: Typing<KeptChanges> }) {
  const t = useTexts();
  const { queries } = useApi();
  const form = useForm<HouseRules>({
    resolver: zodResolver(houseRules),
    defaultValues: withChanges(rules, typing.start),
  });
  const kept = useKeptChanges(form, rules, typing);
  const save = useMutation(queries.settings.updateHouseRules.mutationOptions({ onSuccess: kept.saved }));
  const { control } = form;
  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit((changed) => save.mutate(changed))}>
      <Section title={t('settings:rules.bucketTitle')} explain={t('settings:rules.bucketExplain')}>
        <BucketFields control={control} bucket={form.watch('bucket')} />
      </Section>
      <AftercareFields control={control} />
      <MeasuresFields control={control} />
      <FrequencyFields control={control} />
      <AttachmentsFields control={control} />
      <div className={styles.pair}>
        <ColleagueHours control={control} />
        <IdleLock control={control} />
      </div>
      <div className={styles.save}>
        <SaveRow kept={kept} save={save} />
      </div>
    </form>
  );
}

interface FieldProps {
  control: Control<HouseRules>;
}

function ColleagueHours({ control }: FieldProps) {
  const t = useTexts();
  return (
    <Section title={t('settings:rules.colleagueTitle')} explain={t('settings:rules.colleagueExplain')}>
      <NumberField
        control={control}
        name="colleagueHours"
        label={t('settings:rules.colleagueHours')}
        min={0}
        max={720}
        whole
      />
    </Section>
  );
}

function IdleLock({ control }: FieldProps) {
  const t = useTexts();
  return (
    <Section title={t('settings:rules.idleTitle')} explain={t('settings:rules.idleExplain')}>
      <NumberField
        control={control}
        name="idleLockMinutes"
        label={t('settings:rules.idleMinutes')}
        min={1}
        max={120}
        whole
      />
    </Section>
  );
}
