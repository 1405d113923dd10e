import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { NoticeRow } from '../../components/NoticeRow.tsx';

/** Workers who would like somebody to take over: above everything else until somebody has seen to it. */
export function TakeOverRequests() {
  const { queries } = useApi();
  const requests = useQuery(queries.breaks.requests.queryOptions()).data ?? [];
  return requests.map((request) => <Request key={request.id} {...request} />);
}

function Request({ id, workerName, at }: { id: number; workerName: string; at: number }) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const answer = useMutation(queries.breaks.answerRequest.mutationOptions());
  return (
    <div>
      <NoticeRow
        tone="due"
        icon={<IconHandStop size={18} aria-hidden="true" />}
        title={t('review:requests.title', { name: workerName })}
        text={t('review:requests.asked', { time: format.time(at) })}
        action={
          <Button
            aria-label={t('review:requests.doneFor', { name: workerName })}
            loading={answer.isPending}
            onClick={() => answer.mutate({ id, takesOver: true })}
          >
            {t('review:requests.done')}
          </Button>
        }
        problem={answer.isError && <FieldError>{t('review:requests.failed')}</FieldError>}
      />
    </div>
  );
}
