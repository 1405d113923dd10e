import { type ComponentProps, lazy, Suspense, useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { Attachments } from './Attachments.tsx';

const AttachmentDialog = lazy(() => import('./AttachmentDialog.tsx'));

/** The files of an incident in the review window. */
export function IncidentAttachments({ incidentId, callerId }: Omit<ComponentProps<typeof Attachments>, 'onOpen'>) {
  const [opened, setOpened] = useState<Attachment | null>(null);
  return (
    <>
      <Attachments incidentId={incidentId} callerId={callerId} onOpen={setOpened} />
      <Suspense>{opened && <AttachmentDialog attachment={opened} onClose={() => setOpened(null)} />}</Suspense>
    </>
  );
}
