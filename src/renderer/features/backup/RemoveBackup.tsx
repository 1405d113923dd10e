import { useMutation } from '@tanstack/react-query';
import type { BackupFile } from '../../../shared/contract/backup.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

interface Props {
  backup: BackupFile;
  when: string;
  onClose: () => void;
}

/** Asks before a backup goes. */
export function RemoveBackup({ backup, when, onClose }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const remove = useMutation(
    queries.backup.remove.mutationOptions({
      onSuccess() {
        announce(t('backup:removed', { when }));
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('backup:removeTitle', { when })}
      confirmLabel={t('backup:remove')}
      busy={remove.isPending}
      problem={remove.isError ? t('backup:removeFailed') : null}
      onCancel={onClose}
      onConfirm={() => remove.mutate({ name: backup.name })}
    >
      {t('backup:removeText')}
    </ConfirmDialog>
  );
}
