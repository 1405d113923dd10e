import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PoliceReport } from '../../../shared/contract/policeReports.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { DayField } from '../../components/DayField.tsx';
import { Section } from '../../components/Page.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SaveRow } from '../settings/SaveRow.tsx';
import styles from './PoliceDossier.module.css';

/** What the police gave back: when, under which number, and whom to ask. */
export function ReportForm({ measureId, report }: { measureId: number; report: PoliceReport }) {
  const t = useTexts();
  const { queries } = useApi();
  const [typed, setTyped] = useState(report);
  const save = useMutation(queries.policeReports.recordReport.mutationOptions());
  const change = (part: Partial<PoliceReport>) => setTyped({ ...typed, ...part });
  const changed =
    typed.reportedOn !== report.reportedOn ||
    typed.reportNumber.trim() !== report.reportNumber ||
    typed.policeContact.trim() !== report.policeContact;
  return (
    <Section title={t('policeReports:report.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ measureId, report: typed });
        }}
      >
        <DayField
          label={t('policeReports:report.reportedOn')}
          value={typed.reportedOn ?? ''}
          onChange={(day) => change({ reportedOn: day || null })}
        />
        <TextField
          label={t('policeReports:report.number')}
          value={typed.reportNumber}
          maxLength={120}
          onChange={(reportNumber) => change({ reportNumber })}
        />
        <TextField
          label={t('policeReports:report.contact')}
          value={typed.policeContact}
          maxLength={120}
          onChange={(policeContact) => change({ policeContact })}
        />
        <SaveRow
          changed={changed}
          busy={save.isPending}
          saved={save.isSuccess}
          failed={save.isError}
          onUndo={() => setTyped(report)}
        />
      </form>
    </Section>
  );
}
