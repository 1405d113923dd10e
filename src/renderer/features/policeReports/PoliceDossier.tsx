import { Button, SegmentedControl } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../../shared/contract/base.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Section } from '../../components/Page.tsx';
import { saveFile } from '../setup/saveFile.ts';
import { FreeTexts } from './FreeTexts.tsx';
import styles from './PoliceDossier.module.css';
import { ReportForm } from './ReportForm.tsx';

/** The dossier to take to the police: what goes in, made by whom and when, and what came of it. */
export function PoliceDossier({ measureId, callerId }: { measureId: number; callerId: number }) {
  const t = useTexts();
  const { queries } = useApi();
  const found = useQuery(queries.policeReports.ofMeasure.queryOptions({ input: { measureId } }));
  if (found.isPending) return <small>{t('common:loading')}</small>;
  if (found.isError) return <FieldError>{t('review:failed')}</FieldError>;
  const { incidents, texts, dossiers, report, reportBefore, missing } = found.data;
  return (
    <>
      <Section title={t('policeReports:title')} explain={t('policeReports:explain')}>
        {reportBefore && <Clock reportBefore={reportBefore} reportedOn={report.reportedOn} />}
        <p>
          {incidents === 0 ? t('policeReports:noIncidents') : t('policeReports:chain', { count: incidents })}{' '}
          {t('policeReports:task')}
        </p>
        <FreeTexts measureId={measureId} texts={texts} />
        {missing.length > 0 && <Notice tone="due" title={t('policeReports:missing')} />}
        <MakeDossier measureId={measureId} ready={incidents > 0 && missing.length === 0} />
        <Dossiers dossiers={dossiers} />
      </Section>
      <ReportForm measureId={measureId} callerId={callerId} report={report} />
    </>
  );
}

function Clock({ reportBefore, reportedOn }: { reportBefore: string; reportedOn: string | null }) {
  const t = useTexts();
  const format = useFormat();
  const today = format.dayOf(useNow());
  if (reportedOn)
    return <Notice tone="calm" title={t('policeReports:clockDone', { date: format.longDate(reportedOn) })} />;
  const date = format.longDate(reportBefore);
  return today <= reportBefore ? (
    <Notice tone="due" title={t('policeReports:clock', { date })} />
  ) : (
    <Notice tone="plain" title={t('policeReports:clockPassed', { date })} />
  );
}

function isLanguage(value: string): value is Language {
  return value === 'nl' || value === 'en';
}

function MakeDossier({ measureId, ready }: { measureId: number; ready: boolean }) {
  const t = useTexts();
  const { queries } = useApi();
  const [language, setLanguage] = useState<Language>('nl');
  const make = useMutation(
    queries.policeReports.make.mutationOptions({ onSuccess: ({ name, content }) => saveFile(name, content) }),
  );
  return (
    <div className={styles.row}>
      <Button
        leftSection={<IconFileDownload size={16} aria-hidden="true" />}
        disabled={!ready}
        loading={make.isPending}
        onClick={() => make.mutate({ measureId, language })}
      >
        {t('policeReports:make')}
      </Button>
      <SegmentedControl
        aria-label={t('policeReports:language')}
        value={language}
        onChange={(value) => isLanguage(value) && setLanguage(value)}
        data={[
          { value: 'nl', label: t('letters:language.nl') },
          { value: 'en', label: t('letters:language.en') },
        ]}
      />
      {make.isError && <FieldError>{t('policeReports:failed')}</FieldError>}
    </div>
  );
}

interface Made {
  id: number;
  madeAt: number;
  madeByName: string;
}

function Dossiers({ dossiers }: { dossiers: Made[] }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const again = useMutation(
    queries.policeReports.document.mutationOptions({ onSuccess: ({ name, content }) => saveFile(name, content) }),
  );
  if (dossiers.length === 0) return <small>{t('policeReports:noDossier')}</small>;
  return (
    <>
      <ul className={styles.list}>
        {dossiers.map(({ id, madeAt, madeByName }) => (
          <li key={id} className={styles.row}>
            <span>
              {t('policeReports:made', { date: format.date(madeAt), time: format.time(madeAt), name: madeByName })}
            </span>
            <Button
              variant="default"
              loading={again.isPending && again.variables.dossierId === id}
              onClick={() => again.mutate({ dossierId: id })}
            >
              {t('policeReports:again')}
            </Button>
          </li>
        ))}
      </ul>
      {again.isError && <FieldError>{t('policeReports:failed')}</FieldError>}
    </>
  );
}
