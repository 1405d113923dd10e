import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useMemo } from 'react';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { createSaver, type Saver } from '../../app/saver.ts';
import { useUnlocked } from '../../app/session.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import styles from './ReviewNote.module.css';
import { chooseIncident, dropNote, noteKey, typeNote, useReviewWindow } from './reviewWindow.ts';
import { nextToReview } from './walk.ts';

interface Props {
  incident: ReviewedIncident;
  walk: readonly ReviewedIncident[];
  noteInput: RefObject<HTMLTextAreaElement | null>;
  onAllReviewed: () => void;
}

/** The answer to the reporter, and the mark that the incident was reviewed. */
export function ReviewNote({ incident, walk, noteInput, onAllReviewed }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const { user } = useUnlocked();
  const key = noteKey(user.id, incident.id);
  const typed = useReviewWindow(({ notes }) => notes[key]);
  // What was sent before a review was reopened is where the next answer starts.
  const note = typed ?? incident.reviewNote ?? '';
  const name = format.names([incident.workerName, ...incident.colleagueNames]);

  const mark = useMutation(
    queries.review.markReviewed.mutationOptions({
      onSuccess: (_result, { incidentId }) => {
        dropNote(noteKey(user.id, incidentId));
        const next = nextToReview(walk, incidentId);
        if (!next) {
          announce(t('review:note.allDone'));
          onAllReviewed();
          return;
        }
        chooseIncident(next.id);
        const caller = next.callerName ?? t('review:table.unknownCaller');
        announce(t('review:note.marked', { next: `${caller}, ${format.time(next.occurredAt)}` }));
        noteInput.current?.focus();
      },
    }),
  );
  const keep = useKeptNote(incident.id);
  const failed = mark.isError && mark.variables.incidentId === incident.id;

  const send = () => {
    if (mark.isPending) return;
    // What is still on its way as a note being typed must not come after what is sent.
    void keep.stop().then(() => mark.mutate({ incidentId: incident.id, note: note.trim() }));
  };
  useShortcuts('view', { 'Ctrl+Enter': send });

  return (
    <div className={styles.form}>
      <Textarea
        ref={noteInput}
        label={t('review:note.label', { name })}
        placeholder={t('review:note.placeholder')}
        value={note}
        maxLength={20_000}
        classNames={{ input: styles.input }}
        aria-describedby="note-hint"
        onChange={({ target }) => {
          typeNote(key, target.value);
          keep.change(target.value);
        }}
      />
      <small id="note-hint">{t('review:note.hint', { name })}</small>
      {failed && <FieldError>{t('review:note.failed')}</FieldError>}
      <Button px="xs" loading={mark.isPending} aria-keyshortcuts="Control+Enter" onClick={send}>
        {t('review:note.mark')}
        <KeyHint>{t('review:keys.markKeys')}</KeyHint>
      </Button>
    </div>
  );
}

/** Saves a note with every key, so that nothing typed is lost when the program ends. */
function useKeptNote(incidentId: number): Saver<string> {
  const { client } = useApi();
  return useMemo(
    () =>
      createSaver(
        (note: string) => client.review.keepNote({ incidentId, note }),
        () => undefined,
      ),
    [client, incidentId],
  );
}
