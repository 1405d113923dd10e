import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.ts';
import styles from './ConfirmDialog.module.css';
import { Dialog } from './Dialog.tsx';
import { FieldError } from './FieldError.tsx';

interface Props {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  busy: boolean;
  problem?: string | null;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be taken back; Enter and Esc both mean no. */
export function ConfirmDialog({ title, children, confirmLabel, busy, problem, onConfirm, onCancel }: Props) {
  const t = useTexts();
  return (
    <Dialog title={title} onClose={onCancel}>
      <p>{children}</p>
      {problem && <FieldError>{problem}</FieldError>}
      <div className={styles.actions}>
        <Button data-autofocus disabled={busy} onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button variant="outline" color="red" loading={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
