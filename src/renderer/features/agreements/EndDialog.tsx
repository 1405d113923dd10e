import { safe } from '@orpc/client';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

export interface Ending {
  kind: 'agreement' | 'exception';
  id: number;
  callerName: string;
}

interface Props {
  ending: Ending;
  onClose: () => void;
  /** With what to say about it. */
  onEnded: (text: string) => void;
}

/** Asks before an agreement or an exception ends: nobody is told by the program, so somebody must tell them. */
export function EndDialog({ ending: { kind, id, callerName: name }, onClose, onEnded }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const isAgreement = kind === 'agreement';

  async function end(): Promise<void> {
    setBusy(true);
    const ended = isAgreement ? client.agreements.end({ agreementId: id }) : client.exceptions.end({ exceptionId: id });
    const { error } = await safe(ended);
    setBusy(false);
    if (error) return setFailed(true);
    onEnded(t(isAgreement ? 'agreements:page.endedAgreement' : 'agreements:page.endedException', { name }));
  }

  return (
    <ConfirmDialog
      title={t('agreements:page.endTitle')}
      confirmLabel={t('agreements:page.end')}
      busy={busy}
      problem={failed ? t('agreements:page.failed') : null}
      onConfirm={() => void end()}
      onCancel={onClose}
    >
      {t(isAgreement ? 'agreements:page.endAgreement' : 'agreements:page.endException', { name })}
    </ConfirmDialog>
  );
}
