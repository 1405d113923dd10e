import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { saveFile } from '../setup/saveFile.ts';
import styles from './DayHeader.module.css';

/** Makes the day's page; names of callers only when they are asked for. */
export function DayReportDialog({ date, onClose }: { date: string; onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const [withCallers, setWithCallers] = useState(false);
  const make = useMutation(
    queries.review.dayReport.mutationOptions({
      onSuccess: ({ name, content }) => {
        saveFile(name, content);
        onClose();
      },
    }),
  );
  return (
    <Dialog title={t('dayReport:open')} onClose={onClose}>
      <p>{t('dayReport:explain')}</p>
      <label className={styles.check}>
        <input type="checkbox" checked={withCallers} onChange={({ target }) => setWithCallers(target.checked)} />
        <span>
          {t('dayReport:withCallers')}
          <br />
          <small>{t('dayReport:withCallersHint')}</small>
        </span>
      </label>
      <div className={styles.buttons}>
        <Button data-autofocus loading={make.isPending} onClick={() => make.mutate({ date, withCallers })}>
          {t('dayReport:save')}
        </Button>
        <Button variant="default" disabled={make.isPending} onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
      {make.isError && <FieldError>{t('dayReport:failed')}</FieldError>}
    </Dialog>
  );
}
