import { Button } from '@mantine/core';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { AttachmentView } from './AttachmentView.tsx';

export default function AttachmentDialog({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const t = useTexts();
  // What is sent with these keys lies behind the dialog.
  useShortcuts('sheet', { 'Ctrl+Enter': onClose });
  return (
    <Dialog title={t('attachments:title')} wide onClose={onClose}>
      <AttachmentView attachment={attachment} />
      <Button data-autofocus variant="default" mt="sm" onClick={onClose}>
        {t('incidents:changes.close')}
      </Button>
    </Dialog>
  );
}
