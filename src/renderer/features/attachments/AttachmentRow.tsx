import { Button } from '@mantine/core';
import { IconFileTypePdf, IconMail, IconMicrophone, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment, AttachmentKind } from '../../../shared/contract/attachments.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { type Texts, useTexts } from '../../app/texts.ts';
import styles from './Attachments.module.css';
import { RemoveAttachment } from './RemoveAttachment.tsx';

const icons: Record<AttachmentKind, typeof IconPhoto> = {
  picture: IconPhoto,
  mail: IconMail,
  document: IconFileTypePdf,
  voice: IconMicrophone,
};

const sizeOf = (bytes: number, t: Texts): string =>
  bytes < 1_000_000
    ? t('attachments:kilobytes', { count: Math.max(1, Math.round(bytes / 1000)) })
    : t('attachments:megabytes', { count: Number((bytes / 1_000_000).toFixed(1)) });

interface Props {
  attachment: Attachment;
  /** Of the incident, if it is known. */
  callerId: number | null;
  onOpen: () => void;
}

/** One file: what it is, who added it, and what can be done with it. */
export function AttachmentRow({ attachment, callerId, onOpen }: Props) {
  const t = useTexts();
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const { kind, name, bytes, addedAt, addedByName, removed, mayRemove } = attachment;
  const Icon = icons[kind];
  const when = (at: number) => `${format.date(at)} ${format.time(at)}`;
  if (removed) {
    const text = t('attachments:removed', { name: removed.byName, when: when(removed.at) });
    return (
      <li className={styles.row}>
        <Icon size="1.1em" aria-hidden="true" />
        <small>{dotted([t(`attachments:kind.${kind}`), text, removed.reason])}</small>
      </li>
    );
  }
  const facts = { kind: t(`attachments:kind.${kind}`), size: sizeOf(bytes, t), name: addedByName };
  return (
    <li className={styles.row}>
      <Icon size="1.1em" aria-hidden="true" />
      <div className={styles.text}>
        <b>{name}</b>
        <small>{t('attachments:facts', { ...facts, when: when(addedAt) })}</small>
        <div className={styles.buttons}>
          <Button variant="default" size="compact-xs" aria-label={t('attachments:openOf', { name })} onClick={onOpen}>
            {t('attachments:open')}
          </Button>
          {mayRemove !== 'no' && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t('attachments:removeOf', { name })}
              onClick={() => setRemoving(true)}
            >
              {t('attachments:remove')}
            </Button>
          )}
        </div>
        {removing && (
          <RemoveAttachment attachment={attachment} callerId={callerId} onClose={() => setRemoving(false)} />
        )}
      </div>
    </li>
  );
}
