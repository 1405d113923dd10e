import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { AttachmentRow } from './AttachmentRow.tsx';
import styles from './Attachments.module.css';
import { useFilesGiven } from './useFilesGiven.ts';
import { useUploads } from './useUploads.ts';

interface Props {
  incidentId: number;
  callerId: number | null;
  onOpen: (attachment: Attachment) => void;
}

const accepted = '.png,.jpg,.jpeg,.webp,.gif,.pdf,.eml,.msg,.mp3,.m4a,.aac,.wav,.ogg,.oga,.opus';
const noLimits = { file: 0, incident: 0 };

/** The files of an incident, and the ways to add one: chosen, dropped or pasted. */
export function Attachments({ incidentId, callerId, onOpen }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const field = useRef<HTMLInputElement>(null);
  const found = useQuery(queries.attachments.ofIncident.queryOptions({ input: { incidentId } }));
  const limits = found.data?.limits ?? noLimits;
  const mayAdd = found.data?.mayAdd === true;
  const { current, problems, add } = useUploads(incidentId, limits);
  const take = useCallback((files: File[]) => void add(files), [add]);
  useFilesGiven(mayAdd ? take : null);

  if (found.isPending) return null;
  if (found.isError) return <FieldError>{t('attachments:failed')}</FieldError>;
  const { attachments } = found.data;
  if (!mayAdd && attachments.length === 0) return null;
  return (
    <section className={styles.attachments} aria-label={t('attachments:title')}>
      <div className={styles.title}>{t('attachments:title')}</div>
      {attachments.length > 0 && (
        <ul className={styles.list}>
          {attachments.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              attachment={attachment}
              callerId={callerId}
              onOpen={() => onOpen(attachment)}
            />
          ))}
        </ul>
      )}
      {mayAdd && (
        <div className={styles.add}>
          <Button
            variant="default"
            size="xs"
            loading={current !== null}
            leftSection={<IconPaperclip size="1.1em" aria-hidden="true" />}
            onClick={() => field.current?.click()}
          >
            {t('attachments:add')}
          </Button>
          <input
            ref={field}
            type="file"
            className={styles.field}
            aria-label={t('attachments:add')}
            tabIndex={-1}
            multiple
            accept={accepted}
            onChange={({ currentTarget }) => {
              take([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
          <small role="status">
            {current
              ? t('attachments:adding', { name: current.name, percent: Math.round(current.share * 100) })
              : t('attachments:hint', { file: limits.file })}
          </small>
        </div>
      )}
      {problems.map((problem) => (
        <FieldError key={problem}>{problem}</FieldError>
      ))}
    </section>
  );
}
