import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Letter, LetterSheet } from '../../../shared/contract/letters.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import { saveFile } from '../setup/saveFile.ts';
import { LetterPaper } from './LetterPaper.tsx';
import { MarkSent } from './MarkSent.tsx';
import styles from './MeasureLetters.module.css';

interface Props {
  letter: Letter;
  /** Goes on with this draft, or with a new letter in the place of this finished one. */
  onOpen: (replacesId: number | null) => void;
}

/** One letter: where it stands, and what can be done with it. */
export function LetterRow({ letter, onOpen }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { final, sent, replacedById, savedAt } = letter;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b>{t(`letters:kind.${letter.kind}`)}</b>
        <State letter={letter} />
        <small>
          {final
            ? t('letters:list.finalAt', { when: format.ago(final.at, now), name: final.byName })
            : t('letters:list.savedAt', { when: format.ago(savedAt, now) })}
          {sent &&
            `, ${t('letters:list.sentOn', {
              date: format.shortDate(sent.on),
              way: t(`letters:sentWay.${sent.way}`).toLowerCase(),
            })}`}
        </small>
      </div>
      {final ? (
        <FinishedActions letter={letter} sheet={final.sheet} onReplace={() => onOpen(letter.id)} />
      ) : (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => onOpen(null)}>
            {t('letters:list.goOn')}
          </Button>
        </div>
      )}
      {final && !sent && replacedById === null && <MarkSent letterId={letter.id} />}
    </li>
  );
}

function State({ letter: { final, sent, replacedById } }: { letter: Letter }) {
  const t = useTexts();
  if (!final) return <Tag tone="due">{t('letters:list.draft')}</Tag>;
  if (replacedById !== null) return <Tag>{t('letters:list.replaced')}</Tag>;
  return sent ? <Tag tone="calm">{t('letters:list.final')}</Tag> : <Tag tone="due">{t('letters:list.notSent')}</Tag>;
}

function FinishedActions({ letter, sheet, onReplace }: { letter: Letter; sheet: LetterSheet; onReplace: () => void }) {
  const t = useTexts();
  const { client } = useApi();
  const [looking, setLooking] = useState(false);
  const pdf = useMutation({
    mutationFn: () => client.letters.document({ letterId: letter.id }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  return (
    <div className={styles.actions}>
      <Button variant="default" loading={pdf.isPending} onClick={() => pdf.mutate()}>
        {t('letters:list.pdf')}
      </Button>
      <Button variant="default" onClick={() => setLooking(true)}>
        {t('letters:list.look')}
      </Button>
      {letter.replacedById === null && (
        <Button variant="default" onClick={onReplace}>
          {t('letters:list.replace')}
        </Button>
      )}
      <span role="status">{pdf.isSuccess && <small>{t('letters:list.pdfSaved')}</small>}</span>
      {pdf.isError && <FieldError>{t('letters:list.failed')}</FieldError>}
      {looking && (
        <Dialog wide title={sheet.subject} onClose={() => setLooking(false)}>
          <LetterPaper sheet={sheet} label={t('letters:compose.preview')} />
        </Dialog>
      )}
    </div>
  );
}
