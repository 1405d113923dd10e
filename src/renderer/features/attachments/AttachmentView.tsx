import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Attachment, PlainMail } from '../../../shared/contract/attachments.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { saveFile } from '../setup/saveFile.ts';
import styles from './Attachments.module.css';
import { downloadFile } from './uploadFile.ts';

/** A file as it can be seen or heard here: never run, never opened as a page. */
export function AttachmentView({ attachment }: { attachment: Attachment }) {
  const t = useTexts();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const { id: attachmentId, kind, name } = attachment;
  const options = { input: { attachmentId }, gcTime: 0, staleTime: Number.POSITIVE_INFINITY } as const;
  const opened = useQuery(queries.attachments.open.queryOptions(options));
  const isShown = kind === 'picture' || kind === 'voice';
  const address = useAddress(attachment, isShown ? (opened.data?.parts ?? null) : null);
  const isManager = user.role === 'manager';
  if (opened.isPending) return <p>{t('common:loading')}</p>;
  if (opened.isError) return <FieldError>{t('attachments:failed')}</FieldError>;
  return (
    <div className={styles.view}>
      <b>{name}</b>
      {kind === 'picture' && address && <img src={address} alt={t('attachments:picture', { name })} />}
      {/* biome-ignore lint/a11y/useMediaCaption: a voice message that came in has no captions */}
      {kind === 'voice' && address && <audio controls controlsList="nodownload" src={address} aria-label={name} />}
      {opened.data.mail && <Mail mail={opened.data.mail} />}
      {!isShown && !opened.data.mail && (
        <p>
          {t('attachments:notShown')} {t(isManager ? 'attachments:notShownManager' : 'attachments:notShownWorker')}
        </p>
      )}
      {isManager && <Export attachment={attachment} />}
    </div>
  );
}

/** The address of the file in memory, for as long as it is shown. */
function useAddress({ id, type }: Attachment, parts: number | null): string | null {
  const { client } = useApi();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (parts === null) return;
    let made: string | null = null;
    let gone = false;
    downloadFile(client, id, parts, type)
      .then((file) => {
        if (gone) return;
        made = URL.createObjectURL(file);
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [client, id, type, parts]);
  return address;
}

function Mail({ mail }: { mail: PlainMail }) {
  const t = useTexts();
  const fields = (['from', 'to', 'date', 'subject'] as const).filter((field) => mail[field] !== '');
  return (
    <>
      <dl className={styles.mail}>
        {fields.map((field) => (
          <div key={field}>
            <dt>{t(`attachments:mail.${field}`)}</dt>
            <dd>{mail[field]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.body}>{mail.text || t('attachments:mail.noText')}</p>
    </>
  );
}

/** For managers: the file outside the store, which the log remembers. */
function Export({ attachment: { id: attachmentId, type } }: { attachment: Attachment }) {
  const t = useTexts();
  const { client } = useApi();
  const [said, setSaid] = useState<'exported' | 'actionFailed' | null>(null);

  async function save(): Promise<void> {
    const { error, data } = await safe(client.attachments.export({ attachmentId }));
    if (error) return setSaid('actionFailed');
    const file = await downloadFile(client, attachmentId, data.parts, type).catch(() => null);
    if (!file) return setSaid('actionFailed');
    saveFile(data.fileName, file);
    setSaid('exported');
    announce(t('attachments:exported'));
  }

  return (
    <div className={styles.buttons}>
      <Button variant="default" size="xs" onClick={() => void save()}>
        {t('attachments:export')}
      </Button>
      <small>{said === 'exported' ? t('attachments:exported') : t('attachments:exportWarning')}</small>
      {said === 'actionFailed' && <FieldError>{t('attachments:actionFailed')}</FieldError>}
    </div>
  );
}
