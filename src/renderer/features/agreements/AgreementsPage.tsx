import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Page, Section } from '../../components/Page.tsx';
import styles from './AgreementsPage.module.css';
import { AgreementTable } from './AgreementTable.tsx';
import { EndDialog, type Ending } from './EndDialog.tsx';
import { EndedSection } from './EndedSection.tsx';
import { ExceptionTable } from './ExceptionTable.tsx';

/** What was agreed with callers and what was granted to them, as long as it runs. */
export default function AgreementsPage() {
  const t = useTexts();
  const { queries } = useApi();
  const agreements = useQuery(queries.agreements.list.queryOptions({ staleTime: 0 }));
  const exceptions = useQuery(queries.exceptions.list.queryOptions({ staleTime: 0 }));
  const [ending, setEnding] = useState<Ending | null>(null);
  const [done, setDone] = useState('');
  return (
    <Page title={t('agreements:page.title')} intro={t('agreements:page.intro')}>
      <p role="status" className={styles.done}>
        {done}
      </p>
      {(agreements.isError || exceptions.isError) && <FieldError>{t('review:failed')}</FieldError>}
      <Section title={t('agreements:page.agreements')} explain={t('agreements:emergencies')}>
        {agreements.data?.length === 0 && <p>{t('agreements:page.noAgreements')}</p>}
        {agreements.data && agreements.data.length > 0 && (
          <div className={styles.table}>
            <AgreementTable
              agreements={agreements.data}
              onKept={setDone}
              onEnd={({ id, callerName }) => setEnding({ kind: 'agreement', id, callerName })}
            />
          </div>
        )}
      </Section>
      <Section title={t('agreements:page.exceptions')}>
        {exceptions.data?.length === 0 && <p>{t('agreements:page.noExceptions')}</p>}
        {exceptions.data && exceptions.data.length > 0 && (
          <ExceptionTable
            exceptions={exceptions.data}
            onEnd={({ id, callerName }) => setEnding({ kind: 'exception', id, callerName })}
          />
        )}
      </Section>
      <EndedSection />
      {ending && (
        <EndDialog
          ending={ending}
          onClose={() => setEnding(null)}
          onEnded={(text) => {
            setEnding(null);
            setDone(text);
          }}
        />
      )}
    </Page>
  );
}
