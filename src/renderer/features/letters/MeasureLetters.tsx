import { Button, SegmentedControl } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Language } from '../../../shared/contract/base.ts';
import type { LetterAbout } from '../../../shared/contract/letters.ts';
import type { LetterKind } from '../../../shared/contract/letterTexts.ts';
import type { Step } from '../../../shared/contract/measureDecision.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Section } from '../../components/Page.tsx';
import { LetterRow } from './LetterRow.tsx';
import styles from './MeasureLetters.module.css';
import { useMissingWords } from './useFinalise.ts';
import type { OpenLetter } from './useLetterDraft.ts';

const ComposeLetter = lazy(async () => ({ default: (await import('./ComposeLetter.tsx')).ComposeLetter }));
const PoliceDossier = lazy(async () => ({
  default: (await import('../policeReports/PoliceDossier.tsx')).PoliceDossier,
}));

interface MeasureProps {
  measureId: number;
  callerId: number;
  step: Step;
}

/** What is written because of a measure: the letters to the person, and the dossier for the police. */
export function MeasureLetters({ measureId, callerId, step }: MeasureProps) {
  return (
    <>
      {step === 'policeReport' && (
        <Suspense>
          <PoliceDossier measureId={measureId} callerId={callerId} />
        </Suspense>
      )}
      <Letters about={{ of: 'measure', id: measureId }} />
    </>
  );
}

/** The letter that puts an agreement on paper. */
export function AgreementLetters({
  agreementId,
  onWriting,
}: {
  agreementId: number;
  onWriting: (on: boolean) => void;
}) {
  return <Letters about={{ of: 'agreement', id: agreementId }} onWriting={onWriting} />;
}

interface LettersProps {
  about: LetterAbout;
  /** A letter lies open over this, or no longer. */
  onWriting?: (on: boolean) => void;
}

function Letters({ about, onWriting }: LettersProps) {
  const t = useTexts();
  const { queries } = useApi();
  const missingWords = useMissingWords();
  const found = useQuery(queries.letters.about.queryOptions({ input: about }));
  const [opened, setOpened] = useState<OpenLetter | null>(null);
  const open = (letter: OpenLetter | null) => {
    setOpened(letter);
    onWriting?.(letter !== null);
  };
  if (found.isPending) return <small>{t('common:loading')}</small>;
  if (found.isError) return <FieldError>{t('review:failed')}</FieldError>;
  const { letters, kinds, missing, aboutWorker } = found.data;
  if (kinds.length === 0 && letters.length === 0) return null;
  return (
    <Section title={t('letters:list.title')}>
      {missing.length > 0 && (
        <Notice tone="due" title={t('letters:compose.letterhead', { missing: missingWords(missing) })} />
      )}
      {letters.length === 0 && <p>{t(about.of === 'measure' ? 'letters:list.none' : 'letters:list.noneAgreement')}</p>}
      {letters.length > 0 && (
        <ul className={styles.list}>
          {letters.map((letter) => (
            <LetterRow
              key={letter.id}
              letter={letter}
              onOpen={(replacesId) =>
                open({
                  about,
                  kind: letter.kind,
                  language: letter.language,
                  letterId: replacesId === null ? letter.id : null,
                  replacesId: replacesId ?? letter.replacesId,
                  content: letter.content,
                })
              }
            />
          ))}
        </ul>
      )}
      <WriteLetter about={about} kinds={kinds} aboutWorker={aboutWorker} onOpen={open} />
      {opened && (
        <Suspense>
          <ComposeLetter opened={opened} onClose={() => open(null)} />
        </Suspense>
      )}
    </Section>
  );
}

interface WriteProps {
  about: LetterAbout;
  kinds: LetterKind[];
  aboutWorker: boolean;
  onOpen: (letter: OpenLetter) => void;
}

function isLanguage(value: string): value is Language {
  return value === 'nl' || value === 'en';
}

/** Which letter, in which language; the rest is filled in from what is known. */
function WriteLetter({ about, kinds, aboutWorker, onOpen }: WriteProps) {
  const t = useTexts();
  const { client } = useApi();
  const [language, setLanguage] = useState<Language>('nl');
  const [nameWorker, setNameWorker] = useState(false);
  const compose = useMutation({
    mutationFn: (kind: LetterKind) => client.letters.compose({ about, kind, language, nameWorker }),
    onSuccess: (content, kind) => onOpen({ about, kind, language, letterId: null, replacesId: null, content }),
  });
  return (
    <div className={styles.write}>
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden="true" />}
          loading={compose.isPending && compose.variables === kind}
          onClick={() => compose.mutate(kind)}
        >
          {t('letters:list.write', { kind: t(`letters:kind.${kind}`) })}
        </Button>
      ))}
      <SegmentedControl
        aria-label={t('letters:language.label')}
        value={language}
        onChange={(value) => isLanguage(value) && setLanguage(value)}
        data={[
          { value: 'nl', label: t('letters:language.nl') },
          { value: 'en', label: t('letters:language.en') },
        ]}
      />
      {aboutWorker && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={nameWorker}
            onChange={(event) => setNameWorker(event.currentTarget.checked)}
          />
          <span>
            {t('letters:compose.nameWorker')} <small>{t('letters:compose.nameWorkerHint')}</small>
          </span>
        </label>
      )}
      {compose.isError && <FieldError>{t('letters:list.failed')}</FieldError>}
    </div>
  );
}
