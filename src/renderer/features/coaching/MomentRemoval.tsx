import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoachingMoment } from '../../../shared/contract/coaching.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

interface Props {
  moment: CoachingMoment;
  onRemoved: () => void;
}

export function MomentRemoval({ moment: { id, workerName }, onRemoved }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(queries.coaching.remove.mutationOptions({ onSuccess: onRemoved }));
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
        {t('coaching:remove')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('coaching:removeTitle')}
          confirmLabel={t('coaching:remove')}
          busy={remove.isPending}
          problem={remove.isError ? t('coaching:failed') : null}
          onCancel={() => setAsking(false)}
          onConfirm={() => remove.mutate({ momentId: id })}
        >
          {t('coaching:removeText', { name: workerName })}
        </ConfirmDialog>
      )}
    </>
  );
}
