import type { Attachment } from '../../../shared/contract/attachments.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { AttachmentView } from './AttachmentView.tsx';

export default function AttachmentSheet({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const t = useTexts();
  return (
    <Sheet title={t('attachments:title')} closeLabel={t('desk:escBack')} onClose={onClose} toRead>
      <AttachmentView attachment={attachment} />
    </Sheet>
  );
}
