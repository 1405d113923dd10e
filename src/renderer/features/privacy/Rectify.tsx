import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Rectifiable } from '../../../shared/contract/privacyRectification.ts';
import type { PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { useApi } from '../../app/api.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import styles from './privacy.module.css';
import { Rectifications } from './Rectifications.tsx';
import { RectifyCard } from './RectifyCard.tsx';
import { RectifyNote } from './RectifyNote.tsx';
import { RestrictedCallerNotice } from './RestrictedCaller.tsx';

const CorrectionDialog = lazy(() => import('../incidents/CorrectionDialog.tsx'));

interface Props {
  request: PrivacyRequest;
  onClose: () => void;
  /** On to the answer, once everything is right. */
  onAnswer: () => void;
}

type Part = { record: 'card' } | { record: 'contact' | 'incident'; id: number };

/** What is kept of somebody who asked to have it put right, each part with the way to do so; then the answer. */
export function Rectify({ request, onClose, onAnswer }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const { id: requestId, callerName, asked } = request;
  const found = useQuery(queries.privacy.rectifiable.queryOptions({ input: { requestId }, gcTime: 0 }));
  const [part, setPart] = useState<Part | null>(null);
  const [seen, setSeen] = useState<Part | null>(null);
  const back = () => {
    setSeen(part);
    setPart(null);
  };
  const all = found.data;
  if (all && part?.record === 'card') return <RectifyCard requestId={requestId} found={all} onClose={back} />;
  if (all && part?.record === 'contact') {
    const note = all.contacts.find(({ id }) => id === part.id);
    if (note) return <RectifyNote requestId={requestId} callerId={all.callerId} note={note} onClose={back} />;
  }
  if (part?.record === 'incident') {
    return (
      <Suspense>
        <CorrectionDialog incidentId={part.id} requestId={requestId} onClose={back} />
      </Suspense>
    );
  }
  return (
    <Dialog title={t('privacyRequests:rectify.title', { name: callerName ?? '' })} onClose={onClose}>
      <div className={styles.form}>
        <p>{asked}</p>
        {found.isPending && <p>{t('common:loading')}</p>}
        {found.isError && <FieldError>{t('review:failed')}</FieldError>}
        {all && <RestrictedCallerNotice callerId={all.callerId} before="rectifying" />}
        {all && <Parts found={all} seen={seen} onOpen={setPart} />}
        {all && all.changes.length > 0 && (
          <section>
            <SectionTitle>{t('privacyRequests:rectify.changes')}</SectionTitle>
            <Rectifications changes={all.changes} />
          </section>
        )}
        <small>{t('privacyRequests:rectify.explain')}</small>
        <div className={styles.buttons}>
          <Button onClick={onAnswer}>{t('privacyRequests:rectify.answer')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface PartsProps {
  found: Rectifiable;
  /** Where somebody comes back from: the next key goes on from there. */
  seen: Part | null;
  onOpen: (part: Part) => void;
}

function Parts({ found, seen, onOpen }: PartsProps) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const { details, contacts, incidents } = found;
  const when = (at: number) => `${format.date(at)} ${format.time(at)}`;
  return (
    <div className={styles.reading}>
      <section>
        <SectionTitle>{t('privacyRequests:rectify.card')}</SectionTitle>
        <Line
          label={t('privacyRequests:rectify.cardOf')}
          isSeen={seen?.record === 'card'}
          onOpen={() => onOpen({ record: 'card' })}
        >
          {dotted([details.displayName, ...details.numbers])}
        </Line>
      </section>
      {incidents.length > 0 && (
        <section>
          <SectionTitle>{t('privacyRequests:rectify.incidents')}</SectionTitle>
          {incidents.map(({ id, occurredAt, workerName, behaviours, severity }) => (
            <Line
              key={id}
              label={t('privacyRequests:rectify.incidentOf', { when: when(occurredAt) })}
              isSeen={seen?.record === 'incident' && seen.id === id}
              onOpen={() => onOpen({ record: 'incident', id })}
            >
              {when(occurredAt)}, {workerName}: {words.behaviours(behaviours)}, {words.severity(severity)}
            </Line>
          ))}
        </section>
      )}
      {contacts.length > 0 && (
        <section>
          <SectionTitle>{t('privacyRequests:rectify.notes')}</SectionTitle>
          {contacts.map(({ id, at, workerName, text }) => (
            <Line
              key={id}
              label={t('privacyRequests:rectify.noteOf', { when: when(at) })}
              isSeen={seen?.record === 'contact' && seen.id === id}
              onOpen={() => onOpen({ record: 'contact', id })}
            >
              {when(at)}, {workerName}: {text || t('privacyRequests:rectify.noNote')}
            </Line>
          ))}
        </section>
      )}
    </div>
  );
}

interface LineProps {
  label: string;
  isSeen: boolean;
  onOpen: () => void;
  children: ReactNode;
}

function Line({ label, isSeen, onOpen, children }: LineProps) {
  const t = useTexts();
  return (
    <div className={styles.readLine}>
      <span>{children}</span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={label}
        data-autofocus={isSeen || undefined}
        onClick={onOpen}
      >
        {t('privacyRequests:rectify.open')}
      </Button>
    </div>
  );
}
