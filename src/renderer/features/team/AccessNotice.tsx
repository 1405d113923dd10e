import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';

const kinds = ['withAccess', 'withoutKey', 'notInStore'] as const;

/** After something was put back: who can unlock the app and who cannot, until a manager says that it is right. */
export function AccessNotice() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const access = useQuery(queries.team.access.queryOptions()).data;
  const confirm = useMutation(queries.team.confirmAccess.mutationOptions());
  if (!access) return null;
  const when = `${format.longDay(access.putBackAt)}, ${format.time(access.putBackAt)}`;
  return (
    <Notice
      tone="due"
      label={t('team:access.title')}
      icon={<IconUsers size={18} aria-hidden="true" />}
      title={t('team:access.title')}
      actions={
        <Button variant="default" loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {t('team:access.confirm')}
        </Button>
      }
    >
      <p>{t('team:access.text', { when })}</p>
      {kinds
        .filter((kind) => access[kind].length > 0)
        .map((kind) => (
          <p key={kind}>{t(`team:access.${kind}`, { names: access[kind].join(', ') })}</p>
        ))}
      {confirm.isError && <FieldError>{t('team:access.failed')}</FieldError>}
    </Notice>
  );
}
