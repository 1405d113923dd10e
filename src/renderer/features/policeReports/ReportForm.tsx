import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { PoliceReport } from '../../../shared/contract/policeReports.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { Section } from '../../components/Page.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SaveRow } from '../settings/SaveRow.tsx';
import { type KeptChanges, keptChanges, withChanges } from '../unfinished/keptChanges.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeptChanges } from '../unfinished/useKeptChanges.ts';
import styles from './PoliceDossier.module.css';

interface Props {
  measureId: number;
  callerId: number;
  report: PoliceReport;
}

/** What the police gave back: when, under which number, and whom to ask. */
export function ReportForm(props: Props) {
  const t = useTexts();
  const { measureId, callerId } = props;
  return (
    <Section title={t('policeReports:report.title')}>
      <Unfinished form={`policeReport ${measureId}`} schema={keptChanges} empty={{}} callerId={callerId}>
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Section>
  );
}

const lines = [
  { name: 'reportNumber', label: 'policeReports:report.number' },
  { name: 'policeContact', label: 'policeReports:report.contact' },
] as const;

function Fields({ measureId, report, typing }: Props & { typing: Typing<KeptChanges> }) {
  const t = useTexts();
  const { queries } = useApi();
  const stored = useMemo(() => ({ ...report, reportedOn: report.reportedOn ?? '' }), [report]);
  const form = useForm({ defaultValues: withChanges(stored, typing.start) });
  const kept = useKeptChanges(form, stored, typing);
  const save = useMutation(queries.policeReports.recordReport.mutationOptions({ onSuccess: kept.saved }));
  return (
    <form
      className={styles.form}
      onSubmit={form.handleSubmit(({ reportedOn, ...typed }) =>
        save.mutate({ measureId, report: { ...typed, reportedOn: reportedOn || null } }),
      )}
    >
      <Controller
        control={form.control}
        name="reportedOn"
        render={({ field: { value, onChange } }) => (
          <DayField label={t('policeReports:report.reportedOn')} value={value} onChange={onChange} />
        )}
      />
      {lines.map(({ name, label }) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field: { value, onChange } }) => (
            <TextField label={t(label)} maxLength={120} value={value} onChange={onChange} />
          )}
        />
      ))}
      <SaveRow kept={kept} save={save} />
    </form>
  );
}
