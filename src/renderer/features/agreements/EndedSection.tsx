import { useQuery } from '@tanstack/react-query';
import type { EndedAgreement } from '../../../shared/contract/agreements.ts';
import type { EndedException } from '../../../shared/contract/exceptions.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './AgreementsPage.module.css';

/** What was agreed or granted before, and how it ended. */
export function EndedSection() {
  const t = useTexts();
  const { queries } = useApi();
  const agreements = useQuery(queries.agreements.ended.queryOptions({ staleTime: 0 }));
  const exceptions = useQuery(queries.exceptions.ended.queryOptions({ staleTime: 0 }));
  const nothing = agreements.data?.length === 0 && exceptions.data?.length === 0;
  return (
    <Section title={t('agreements:page.past')}>
      {(agreements.isError || exceptions.isError) && <FieldError>{t('review:failed')}</FieldError>}
      {nothing && <p>{t('agreements:page.noPast')}</p>}
      {agreements.data && agreements.data.length > 0 && <EndedAgreements agreements={agreements.data} />}
      {exceptions.data && exceptions.data.length > 0 && <EndedExceptions exceptions={exceptions.data} />}
    </Section>
  );
}

function EndedAgreements({ agreements }: { agreements: EndedAgreement[] }) {
  const t = useTexts();
  const format = useFormat();
  const title = t('agreements:page.pastAgreements');
  const columns = [
    t('agreements:page.caller'),
    t('agreements:page.what'),
    t('agreements:page.period'),
    t('agreements:page.how'),
  ];
  return (
    <>
      <h4 className={styles.subtitle}>{title}</h4>
      <DataTable label={title} columns={columns}>
        {agreements.map(({ id, callerName, reason, callsPerWeek, startsOn, lastDay, ended }) => (
          <tr key={id}>
            <th scope="row">
              {callerName}
              <span className={styles.reason}>{reason}</span>
            </th>
            <td>{t('agreements:page.perWeek', { count: callsPerWeek })}</td>
            <td>
              {t('agreements:page.fromUntil', { from: format.shortDate(startsOn), until: format.shortDate(lastDay) })}
            </td>
            <td>
              <HowEnded ended={ended} />
            </td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}

function EndedExceptions({ exceptions }: { exceptions: EndedException[] }) {
  const t = useTexts();
  const format = useFormat();
  const title = t('agreements:page.pastExceptions');
  const columns = [
    t('agreements:page.caller'),
    t('agreements:page.what'),
    t('agreements:page.period'),
    t('agreements:page.how'),
  ];
  return (
    <>
      <h4 className={styles.subtitle}>{title}</h4>
      <DataTable label={title} columns={columns}>
        {exceptions.map(({ id, callerName, terms, ended }) => (
          <tr key={id}>
            <th scope="row">
              {callerName}
              <span className={styles.reason}>{terms.why}</span>
            </th>
            <td>{terms.what}</td>
            <td>{t('agreements:page.until', { date: format.shortDate(terms.lastDay) })}</td>
            <td>
              <HowEnded ended={ended} />
            </td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}

function HowEnded({ ended }: Pick<EndedAgreement, 'ended'>) {
  const t = useTexts();
  const format = useFormat();
  if (!ended) return t('agreements:page.lapsed');
  return t('agreements:page.endedBy', { date: format.date(ended.at), name: ended.byName });
}
