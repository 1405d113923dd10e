import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';

/** Asks before a file is gone for good; after the day it was added, for a reason as well. */
export function RemoveAttachment({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const t = useTexts();
  const { client } = useApi();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<'reasonMissing' | 'actionFailed' | null>(null);
  const needsReason = attachment.mayRemove === 'withReason';

  function type(typed: string): void {
    setReason(typed);
    setProblem(null);
  }

  async function remove(): Promise<void> {
    if (needsReason && reason.trim() === '') return setProblem('reasonMissing');
    const { error } = await safe(client.attachments.remove({ attachmentId: attachment.id, reason }));
    if (error) setProblem('actionFailed');
  }

  return (
    <Notice
      tone="due"
      title={t('attachments:removeTitle')}
      actions={
        <>
          <Button variant="default" size="xs" autoFocus={!needsReason} onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="default" size="xs" onClick={() => void remove()}>
            {t('attachments:remove')}
          </Button>
        </>
      }
    >
      <span>{t('attachments:removeText')}</span>
      {needsReason && <TextField label={t('attachments:reason')} maxLength={120} value={reason} onChange={type} />}
      {problem && <FieldError>{t(`attachments:${problem}`)}</FieldError>}
    </Notice>
  );
}
