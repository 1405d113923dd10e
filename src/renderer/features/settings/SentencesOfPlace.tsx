import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type ScriptSentence, type SentencePart, sentencePart } from '../../../shared/contract/scriptSentences.ts';
import { announce } from '../../app/announce.ts';
import { useTexts } from '../../app/texts.ts';
import { DetailPart } from '../../components/SplitPage.tsx';
import { SentenceForm } from './SentenceForm.tsx';
import { SentenceRow } from './SentenceRow.tsx';
import styles from './Sentences.module.css';

/** What is said at one step, part by part; one sentence at a time is being written. */
export function SentencesOfPlace({ sentences }: { sentences: readonly ScriptSentence[] }) {
  const t = useTexts();
  const [writing, setWriting] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const finish = (text: string) => {
    setWriting(null);
    setDone(text);
    announce(text);
  };
  const write = (sentence: string | null) => {
    setWriting(sentence);
    setDone('');
  };
  const parts = sentencePart.options.filter((part) => sentences.some((one) => one.part === part));
  const shown = (part: SentencePart) =>
    sentences.filter((one) => one.part === part && (one.starting || one.own || one.sentence === writing));
  const free = (part: SentencePart) =>
    sentences.find((one) => one.part === part && !one.starting && !one.own && one.sentence !== writing);
  return (
    <>
      <p className={styles.done}>{done}</p>
      {parts.map((part) => {
        const next = free(part);
        return (
          <section key={part} className={styles.part}>
            <DetailPart>{t(`settings:script.part.${part}`)}</DetailPart>
            {shown(part).map((one) =>
              one.sentence === writing ? (
                <SentenceForm key={one.sentence} sentence={one} onClose={() => write(null)} onDone={finish} />
              ) : (
                <SentenceRow key={one.sentence} sentence={one} onChange={() => write(one.sentence)} onDone={finish} />
              ),
            )}
            {next && (
              <div>
                <Button
                  size="xs"
                  variant="subtle"
                  leftSection={<IconPlus size="1em" aria-hidden="true" />}
                  onClick={() => write(next.sentence)}
                >
                  {t('settings:script.add')}
                </Button>
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}
