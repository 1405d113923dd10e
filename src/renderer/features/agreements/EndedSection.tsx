import { useQuery } from '@tanstack/react-query';
import type { EndedAgreement } from '../../../shared/contract/agreements.ts';
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
  const format = useFormat();
  const { queries } = useApi();
  const agreements = useQuery(queries.agreements.ended.queryOptions({ staleTime: 0 }));
  const exceptions = useQuery(queries.exceptions.ended.queryOptions({ staleTime: 0 }));
  const nothing = agreements.data?.length === 0 && exceptions.data?.length === 0;
  return (
    <Section title={t('agreements:page.past')}>
      {(agreements.isError || exceptions.isError) && <FieldError>{t('review:failed')}</FieldError>}
      {nothing && <p>{t('agreements:page.noPast')}</p>}
      <EndedTable
        title={t('agreements:page.pastAgreements')}
        rows={(agreements.data ?? []).map(({ callsPerWeek, startsOn, lastDay, ...ended }) => ({
          ...ended,
          what: t('agreements:page.perWeek', { count: callsPerWeek }),
          period: t('agreements:page.fromUntil', {
            from: format.shortDate(startsOn),
            until: format.shortDate(lastDay),
          }),
        }))}
      />
      <EndedTable
        title={t('agreements:page.pastExceptions')}
        rows={(exceptions.data ?? []).map(({ terms, ...ended }) => ({
          ...ended,
          reason: terms.why,
          what: terms.what,
          period: t('agreements:page.until', { date: format.shortDate(terms.lastDay) }),
        }))}
      />
    </Section>
  );
}

interface Ended {
  id: number;
  callerName: string;
  reason: string;
  what: string;
  period: string;
  ended: EndedAgreement['ended'];
}

function EndedTable({ title, rows }: { title: string; rows: readonly Ended[] }) {
  const t = useTexts();
  if (rows.length === 0) return null;
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
        {rows.map(({ id, callerName, reason, what, period, ended }) => (
          <tr key={id}>
            <th scope="row">
              {callerName}
              <span className={styles.reason}>{reason}</span>
            </th>
            <td>{what}</td>
            <td>{period}</td>
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
