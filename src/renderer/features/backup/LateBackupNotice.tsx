import { Button } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { NoticeRow } from '../../components/NoticeRow.tsx';

/** Time alone makes it late. */
const ASK_AGAIN_MS = 60_000;

/** Tells a manager that there is no good backup of the last days, with the one press that makes one. */
export function LateBackupNotice() {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const late = useQuery(queries.backup.late.queryOptions({ refetchInterval: ASK_AGAIN_MS })).data;
  const make = useMutation(queries.backup.make.mutationOptions());
  if (!late && !make.isPending) return null;
  const lastAt = late?.lastAt ?? null;
  return (
    <NoticeRow
      tone="due"
      icon={<IconDatabaseExport size={18} aria-hidden="true" />}
      title={t(lastAt === null ? 'backup:late.titleNone' : 'backup:late.title')}
      text={lastAt === null ? t('backup:late.textNone') : t('backup:late.text', { when: format.moment(lastAt, now) })}
      action={
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('backup:make')}
        </Button>
      }
      problem={make.isError && <FieldError>{t('backup:late.failed')}</FieldError>}
    />
  );
}
