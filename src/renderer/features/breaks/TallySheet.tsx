import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { saveFile } from '../setup/saveFile.ts';
import { StatusLine } from '../window/StatusLine.tsx';
import { TallyList } from './TallyList.tsx';
import styles from './TallySheet.module.css';

/** Everything that stands behind the worker's own bucket: to see, to take along, and to erase. */
export function TallySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const { data: tally } = useQuery(queries.breaks.tally.queryOptions({ refetchOnMount: 'always' }));
  const [isErasing, setErasing] = useState(false);
  const save = useMutation(
    queries.breaks.exportTally.mutationOptions({
      onSuccess: ({ name, content }) => saveFile(name, content),
      onError: () => tellFailure(t('breaks:tally.failed')),
    }),
  );
  return (
    <Sheet
      title={t('breaks:tally.title')}
      closeLabel={t('desk:escBack')}
      onClose={onClose}
      toRead
      footer={
        <div className={styles.footer}>
          <div className={styles.actions}>
            <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate({})}>
              {t('breaks:tally.export')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setErasing(true)}>
              {t('breaks:tally.erase')}
            </Button>
          </div>
          <small>{t('breaks:tally.exportHint')}</small>
          <StatusLine />
        </div>
      }
    >
      {tally && (
        <>
          <p>{t('breaks:tally.intro', { count: tally.keptDays })}</p>
          <TallyList tally={tally} />
        </>
      )}
      {isErasing && <EraseTally onClose={() => setErasing(false)} />}
    </Sheet>
  );
}

function EraseTally({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const erase = useMutation(
    queries.breaks.eraseTally.mutationOptions({
      onSuccess: () => {
        onClose();
        confirm(t('breaks:tally.erased'));
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('breaks:tally.eraseTitle')}
      confirmLabel={t('breaks:tally.erase')}
      busy={erase.isPending}
      problem={erase.isError ? t('breaks:tally.failed') : null}
      onConfirm={() => erase.mutate({})}
      onCancel={onClose}
    >
      {t('breaks:tally.eraseText')}
    </ConfirmDialog>
  );
}
