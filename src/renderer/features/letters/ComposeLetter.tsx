import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './ComposeLetter.module.css';
import { LetterPaper } from './LetterPaper.tsx';
import { useFinalise } from './useFinalise.ts';
import { type OpenLetter, useLetterDraft } from './useLetterDraft.ts';

interface Props {
  opened: OpenLetter;
  onClose: () => void;
}

type Question = 'finalise' | 'discard' | null;

/** Writing a letter: the text on the left, what comes on paper on the right. */
export function ComposeLetter({ opened, onClose }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const draft = useLetterDraft(opened);
  const [question, setQuestion] = useState<Question>(null);
  const finalise = useFinalise(draft.keep, onClose);
  const discard = useMutation({
    mutationFn: async () => {
      const letterId = await draft.stop();
      if (letterId !== null) await client.letters.discard({ letterId });
    },
    onSuccess: onClose,
  });
  const { subject, recipient, text } = draft.content;

  return (
    <Dialog
      wide
      covered={question !== null}
      title={t('letters:compose.title', { kind: t(`letters:kind.${opened.kind}`) })}
      onClose={onClose}
    >
      <div className={styles.columns}>
        <div className={styles.fields}>
          <TextField
            label={t('letters:compose.subject')}
            value={subject}
            maxLength={160}
            onChange={(changed) => draft.change({ subject: changed })}
          />
          <TextBox
            label={t('letters:compose.recipient')}
            hint={t('letters:compose.recipientHint')}
            rows={3}
            maxLength={400}
            value={recipient}
            onChange={(changed) => draft.change({ recipient: changed })}
          />
          <TextBox
            label={t('letters:compose.text')}
            hint={t('letters:compose.textHint')}
            rows={18}
            maxLength={20_000}
            value={text}
            onChange={(changed) => draft.change({ text: changed })}
          />
          <small>{t('letters:compose.emergencies')}</small>
        </div>
        <Preview opened={opened} content={draft.content} whole={draft.whole} />
      </div>
      <div className={styles.footer}>
        <span role="status" className={styles.state}>
          {draft.saveState === 'saved' && t('letters:compose.saved')}
          {draft.saveState === 'saving' && t('letters:compose.unsaved')}
        </span>
        {draft.saveState === 'failed' && <FieldError>{t('letters:compose.failed')}</FieldError>}
        {finalise.problem && <FieldError>{finalise.problem}</FieldError>}
        <Button variant="default" onClick={() => setQuestion('discard')}>
          {t('letters:compose.discard')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('letters:compose.close')}
        </Button>
        <Button disabled={!draft.whole} onClick={() => setQuestion('finalise')}>
          {t('letters:compose.finalise')}
        </Button>
      </div>
      {question === 'finalise' && (
        <ConfirmDialog
          title={t('letters:compose.finaliseTitle')}
          confirmLabel={t('letters:compose.finalise')}
          busy={finalise.busy}
          onConfirm={() => finalise.run(undefined, { onSettled: () => setQuestion(null) })}
          onCancel={() => setQuestion(null)}
        >
          {t('letters:compose.finaliseText')}
        </ConfirmDialog>
      )}
      {question === 'discard' && (
        <ConfirmDialog
          title={t('letters:compose.discardTitle')}
          confirmLabel={t('letters:compose.discard')}
          busy={discard.isPending}
          problem={discard.isError ? t('letters:list.failed') : null}
          onConfirm={() => discard.mutate()}
          onCancel={() => setQuestion(null)}
        >
          {t('letters:compose.discardText')}
        </ConfirmDialog>
      )}
    </Dialog>
  );
}

const PREVIEW_AFTER_MS = 250;

function Preview({ opened, content, whole }: { opened: OpenLetter; content: OpenLetter['content']; whole: boolean }) {
  const t = useTexts();
  const { queries } = useApi();
  const [settled] = useDebouncedValue(content, PREVIEW_AFTER_MS);
  const preview = useQuery({
    ...queries.letters.preview.queryOptions({ input: { ...settled, language: opened.language } }),
    enabled: whole,
    placeholderData: keepPreviousData,
    // Every version that was typed would stay in memory otherwise.
    gcTime: 0,
  });
  if (!whole || !preview.data) return <small>{t('letters:compose.previewWaits')}</small>;
  return <LetterPaper sheet={preview.data} label={t('letters:compose.preview')} />;
}
