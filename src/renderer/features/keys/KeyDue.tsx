import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { NoticeRow } from '../../components/NoticeRow.tsx';
import { NotReady } from './NotReady.tsx';
import { RenewProgress } from './RenewProgress.tsx';
import { useRenewKey } from './useRenewKey.ts';

/** Offers a new data key after somebody left or the recovery key was used, for as long as there is none. */
export function KeyDue() {
  const t = useTexts();
  const { queries } = useApi();
  const state = useQuery(queries.keys.state.queryOptions());
  const { renew, busy, done, problem } = useRenewKey();
  if (!state.data) return null;
  if (!state.data.due) return done ? <p role="status">{t('keys:done')}</p> : null;
  return (
    <div>
      <NoticeRow
        tone="due"
        icon={<IconKey size={18} aria-hidden="true" />}
        title={t('keys:dueTitle')}
        text={t('keys:dueText')}
        action={
          <Button variant="default" loading={busy} onClick={renew}>
            {t('keys:renew')}
          </Button>
        }
        problem={problem && <FieldError>{problem}</FieldError>}
      />
      <NotReady {...state.data.notReady} />
      {busy && <RenewProgress />}
    </div>
  );
}
