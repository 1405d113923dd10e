import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useState } from 'react';
import { z } from 'zod';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useLeaving } from '../unfinished/useLeaving.ts';

interface Props {
  attachment: Attachment;
  /** Of the incident, if it is known. */
  callerId: number | null;
  onClose: () => void;
}

/** Asks before a file is gone for good; after the day it was added, for a reason as well. */
export function RemoveAttachment(props: Props) {
  const { attachment, callerId } = props;
  return (
    <Unfinished
      form={`removeAttachment ${attachment.id}`}
      schema={z.string()}
      empty=""
      callerId={callerId ?? undefined}
    >
      {(typing) => <Question {...props} typing={typing} />}
    </Unfinished>
  );
}

function Question({ attachment, onClose, typing }: Props & { typing: Typing<string> }) {
  const t = useTexts();
  const { client } = useApi();
  const [reason, setReason] = useState(typing.start);
  const [problem, setProblem] = useState<'reasonMissing' | 'actionFailed' | null>(null);
  const cancel = useLeaving(typing, onClose);
  const needsReason = attachment.mayRemove === 'withReason';

  function type(typed: string): void {
    setReason(typed);
    typing.keep(typed);
    setProblem(null);
  }

  async function remove(): Promise<void> {
    if (needsReason && reason.trim() === '') return setProblem('reasonMissing');
    const { error } = await safe(client.attachments.remove({ attachmentId: attachment.id, reason }));
    if (error) return setProblem('actionFailed');
    await safe(typing.drop());
  }

  return (
    <Notice
      tone="due"
      title={t('attachments:removeTitle')}
      actions={
        <>
          <Button variant="default" size="xs" autoFocus={!needsReason} onClick={cancel}>
            {t('common:cancel')}
          </Button>
          <Button variant="default" size="xs" onClick={() => void remove()}>
            {t('attachments:remove')}
          </Button>
          <KeptLine saveState={typing.saveState} />
        </>
      }
    >
      <span>{t('attachments:removeText')}</span>
      {needsReason && <TextField label={t('attachments:reason')} maxLength={120} value={reason} onChange={type} />}
      {problem && <FieldError>{t(`attachments:${problem}`)}</FieldError>}
    </Notice>
  );
}
