import { Button, Textarea } from '@mantine/core';
import { type RefObject, useMemo, useState } from 'react';
import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { createSaver, type Saver } from '../../app/saver.ts';
import { useUnlocked } from '../../app/session.ts';
import { type Shortcuts, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import styles from './ReviewNote.module.css';
import { noteKey, typeNote, useReviewWindow } from './reviewWindow.ts';
import { useHandling } from './useHandling.ts';

interface Props {
  incident: ReviewedIncident;
  walk: readonly ReviewedIncident[];
  noteInput: RefObject<HTMLTextAreaElement | null>;
  onAllReviewed: () => void;
}

/** The answer to the reporter or a question to them, and where the incident stands from here on. */
export function ReviewNote({ incident, walk, noteInput, onAllReviewed }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { user } = useUnlocked();
  const key = noteKey(user.id, incident.id);
  const typed = useReviewWindow(({ notes }) => notes[key]);
  // What was sent before a review was reopened is where the next answer starts.
  const note = typed ?? incident.reviewNote ?? '';
  const { id: incidentId } = incident;
  const name = format.names([incident.workerName, ...incident.colleagueNames]);

  const [questionMissing, setQuestionMissing] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const handling = useHandling(incident, { walk, onNext: () => noteInput.current?.focus(), onAllReviewed });
  const keep = useKeptNote(incidentId);

  const send = (act: (text: string) => void) => () => {
    if (handling.busy) return;
    // What is still on its way as a note being typed must not come after what is sent.
    void keep.stop().then(() => act(note.trim()));
  };
  const mark = send((text) => handling.mark.mutate({ incidentId, note: text }));
  const close = send((text) => handling.close.mutate({ incidentId, note: text }));
  const ask = send((question) => handling.askBack.mutate({ incidentId, question }));
  const askBack = () => {
    setQuestionMissing(note.trim() === '');
    if (note.trim() !== '') return ask();
    noteInput.current?.focus();
  };
  const choose = () => setIsChoosing(true);
  const answering: Shortcuts = { 'Ctrl+Enter': mark, 'Ctrl+Shift+Enter': close };
  const changing: Shortcuts = incident.isRestricted ? {} : { 'Alt+v': askBack, 'Alt+d': choose };
  useShortcuts('view', isChoosing ? {} : { ...answering, ...changing });

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
          setQuestionMissing(false);
          keep.change(target.value);
        }}
      />
      <small id="note-hint">{t('review:note.hint', { name })}</small>
      {questionMissing && <FieldError>{t('review:note.questionMissing')}</FieldError>}
      {handling.failed && <FieldError>{t('review:note.failed')}</FieldError>}
      <Button px="xs" loading={handling.busy} aria-keyshortcuts="Control+Enter" onClick={mark}>
        {t('review:note.mark')}
        <KeyHint>{t('review:keys.markKeys')}</KeyHint>
      </Button>
      <div className={styles.others}>
        <Button size="compact-xs" variant="default" aria-keyshortcuts="Control+Shift+Enter" onClick={close}>
          {t('review:note.close')}
        </Button>
        {!incident.isRestricted && (
          <>
            <Button size="compact-xs" variant="default" aria-keyshortcuts="Alt+V" onClick={askBack}>
              {t('review:note.askBack')}
            </Button>
            <Button size="compact-xs" variant="default" aria-keyshortcuts="Alt+D" onClick={choose}>
              {t('review:note.duplicate')}
            </Button>
          </>
        )}
      </div>
      {isChoosing && (
        <DuplicateDialog
          incidentId={incidentId}
          failed={handling.duplicate.isError}
          onChoose={(ofIncidentId) =>
            handling.duplicate.mutate({ incidentId, ofIncidentId }, { onSuccess: () => setIsChoosing(false) })
          }
          onClose={() => setIsChoosing(false)}
        />
      )}
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
