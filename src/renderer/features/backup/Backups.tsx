import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { fileSize } from './fileSize.ts';

const shown = 10;

/** The backups there are, newest first, and one more on request. */
export function Backups() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const backups = useQuery(queries.backup.list.queryOptions());
  const make = useMutation(queries.backup.make.mutationOptions());
  const newestFirst = (backups.data ?? []).toSorted((a, b) => b.madeAt - a.madeAt);

  const status = () => {
    if (make.isPending) return t('backup:making');
    return make.isSuccess ? t('backup:made', { time: format.time(make.data.madeAt) }) : null;
  };

  return (
    <Section
      title={t('backup:title')}
      explain={t('backup:explain')}
      action={
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('backup:make')}
        </Button>
      }
    >
      <p role="status">{status()}</p>
      {make.isError && <FieldError>{t('backup:failed')}</FieldError>}
      {backups.isError && <FieldError>{t('review:failed')}</FieldError>}
      {backups.isSuccess && newestFirst.length === 0 && <p>{t('backup:none')}</p>}
      {newestFirst.length > 0 && (
        <DataTable label={t('backup:listLabel')} columns={[t('backup:when'), t('backup:size')]}>
          {newestFirst.slice(0, shown).map((backup) => (
            <tr key={backup.name}>
              <td>
                {format.longDay(backup.madeAt)}, {format.time(backup.madeAt)}
              </td>
              <td>{fileSize(backup.bytes, format.number)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {newestFirst.length > shown && <small>{t('backup:more', { count: newestFirst.length - shown })}</small>}
    </Section>
  );
}
