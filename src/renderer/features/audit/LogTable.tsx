import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditNarrowing } from '../../../shared/contract/audit.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './AuditLog.module.css';
import { useAuditWords } from './useAuditWords.ts';

const pageLength = 30;

interface Props {
  only: AuditNarrowing & { from?: string; lastDay?: string };
}

/** The entries that are wanted, the newest first. */
export function LogTable({ only }: Props) {
  const t = useTexts();
  const format = useFormat();
  const words = useAuditWords();
  const { queries } = useApi();
  const log = useInfiniteQuery({
    ...queries.audit.list.infiniteOptions({
      input: (before: number | null) => ({ before, limit: pageLength, only }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < pageLength ? undefined : last.at(-1)?.id),
    }),
    placeholderData: keepPreviousData,
    // Reading the log writes to it as well, and no event tells of that: every look asks once, and is one entry.
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const entries = log.data?.pages.flat() ?? [];
  const columns = [t('audit:at'), t('audit:who'), t('audit:action'), t('audit:subject')];
  const isNarrowed = Object.keys(only).length > 0;

  return (
    <>
      {log.isError && <FieldError>{t('review:failed')}</FieldError>}
      <p role="status" className={styles.none}>
        {log.isSuccess && entries.length === 0 && t(isNarrowed ? 'audit:only.none' : 'audit:empty')}
      </p>
      {entries.length > 0 && (
        <DataTable label={t('audit:listLabel')} columns={columns}>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={styles.at}>
                {format.date(entry.at)} {format.time(entry.at)}
              </td>
              <td>{entry.userName ?? t('audit:system')}</td>
              <td>{words.action(entry.action)}</td>
              <td className={styles.subject}>
                {words.subject(entry.action, entry.subject)}
                {entry.about !== null && <b className={styles.about}>{entry.about}</b>}
              </td>
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
        entries.length > 0 && <small>{t(isNarrowed ? 'audit:only.noOlder' : 'audit:noOlder')}</small>
      )}
    </>
  );
}
