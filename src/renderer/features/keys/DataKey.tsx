import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { NotReady } from './NotReady.tsx';
import { RenewProgress } from './RenewProgress.tsx';
import { useRenewKey } from './useRenewKey.ts';

/** The key that everything is encrypted with, and a new one on request. */
export function DataKey() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const state = useQuery(queries.keys.state.queryOptions());
  const { renew, busy, done, problem } = useRenewKey();
  const age = (renewedAt: number | null) =>
    renewedAt === null ? t('keys:first') : t('keys:renewedOn', { day: format.longDay(renewedAt) });
  return (
    <Section
      title={t('keys:title')}
      explain={t('keys:explain')}
      action={
        <Button variant="default" loading={busy} disabled={!state.data} onClick={renew}>
          {t('keys:renew')}
        </Button>
      }
    >
      {state.isError && <FieldError>{t('review:failed')}</FieldError>}
      {state.isSuccess && (
        <>
          <p>{age(state.data.renewedAt)}</p>
          {state.data.due && (
            <p>
              <Tag tone="due">{t('keys:dueTitle')}</Tag> {t('keys:dueText')}
            </p>
          )}
          <NotReady {...state.data.notReady} />
        </>
      )}
      <p role="status">{done && t('keys:done')}</p>
      {busy && <RenewProgress />}
      {problem && <FieldError>{problem}</FieldError>}
    </Section>
  );
}
