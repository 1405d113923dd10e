import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { ExportButton } from '../exports/ExportButton.tsx';
import styles from './AuditLog.module.css';
import { useAuditWords } from './useAuditWords.ts';
import { VerifyLog } from './VerifyLog.tsx';

const pageLength = 30;

/** Who did and saw what, newest first, and the proof that nothing was taken out. */
export function AuditLog() {
  const t = useTexts();
  const format = useFormat();
  const words = useAuditWords();
  const { queries } = useApi();
  const log = useInfiniteQuery({
    ...queries.audit.list.infiniteOptions({
      input: (before: number | null) => ({ before, limit: pageLength }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < pageLength ? undefined : last.at(-1)?.id),
    }),
    // Reading a page writes to the log as well: no event tells of it.
    refetchOnMount: 'always',
  });
  const entries = log.data?.pages.flat() ?? [];
  const columns = [t('audit:at'), t('audit:who'), t('audit:action'), t('audit:subject')];

  return (
    <Section title={t('audit:title')} explain={t('audit:explain')} action={<ExportButton kinds={['audit']} />}>
      <VerifyLog />
      {log.isError && <FieldError>{t('review:failed')}</FieldError>}
      {log.isSuccess && entries.length === 0 && <p>{t('audit:empty')}</p>}
      {entries.length > 0 && (
        <DataTable label={t('audit:listLabel')} columns={columns}>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={styles.at}>
                {format.date(entry.at)} {format.time(entry.at)}
              </td>
              <td>{entry.userName ?? t('audit:system')}</td>
              <td>{words.action(entry.action)}</td>
              <td className={styles.subject}>{words.subject(entry.action, entry.subject)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {log.hasNextPage ? (
        <Button
          variant="default"
          className={styles.older}
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('audit:older')}
        </Button>
      ) : (
        entries.length > 0 && <small>{t('audit:noOlder')}</small>
      )}
    </Section>
  );
}
