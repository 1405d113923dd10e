import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { tellFailure } from '../../app/deskStore.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { NoticeRow } from '../../components/NoticeRow.tsx';
import styles from './TakeOverRequests.module.css';

/** Who would like to be relieved by this worker; says nothing of why. */
export function TakeOverRequests() {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { client, queries } = useApi();
  const { data: requests = [] } = useQuery(queries.breaks.requests.queryOptions());
  const answer = (id: number, takesOver: boolean) =>
    client.breaks.answerRequest({ id, takesOver }).catch(() => tellFailure(t('desk:actionFailed')));
  return requests.map((request) => (
    <NoticeRow
      key={request.id}
      tone="due"
      icon={<IconHandStop size="1.2em" aria-hidden="true" />}
      title={t('desk:requestFrom', { name: request.workerName })}
      text={format.ago(request.at, now)}
      action={
        <span className={styles.answers}>
          <Button size="xs" onClick={() => void answer(request.id, true)}>
            {t('desk:requestDone')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void answer(request.id, false)}>
            {t('desk:requestNotNow')}
          </Button>
        </span>
      }
    />
  ));
}
