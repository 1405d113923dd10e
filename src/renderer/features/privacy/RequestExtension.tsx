import { safe } from '@orpc/client';
import type { PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import styles from './privacy.module.css';
import { ReasonFields } from './ReasonFields.tsx';

interface Props {
  request: PrivacyRequest;
  onClose: () => void;
  onSaved: () => void;
}

/** Two months more for a request, with the reason. */
export function RequestExtension({ request, onClose, onSaved }: Props) {
  const t = useTexts();
  const { client } = useApi();
  return (
    <Dialog title={t('privacyRequests:extendTitle')} onClose={onClose}>
      <div className={styles.form}>
        <p>{t('privacyRequests:extendHelp')}</p>
        <ReasonFields
          form={`extendRequest ${request.id}`}
          callerId={request.callerId}
          label={t('privacyRequests:why')}
          submit={t('privacyRequests:extend')}
          onClose={onClose}
          onSubmit={async (why) => {
            const { error } = await safe(client.privacy.extendRequest({ requestId: request.id, why }));
            if (error) return t('privacyRequests:failed');
            onSaved();
            return null;
          }}
        />
      </div>
    </Dialog>
  );
}
