import { Button, TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { KeptFormat } from '../../../shared/contract/keptData.ts';
import type { AccessFile } from '../../../shared/contract/privacyAccess.ts';
import type { PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { accessWords } from '../../../shared/i18n/accessWords.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { saveFile } from '../setup/saveFile.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import styles from './privacy.module.css';

const blackWords = z.array(z.string());

interface Props {
  request: PrivacyRequest;
  onClose: () => void;
}

/** What somebody gets who asks what is kept of them: read through, made black where it is about others, and saved. */
export function MakeAccess(props: Props) {
  const t = useTexts();
  const { request, onClose } = props;
  return (
    <Dialog title={t('privacyAccess:title', { name: request.callerName ?? '' })} wide onClose={onClose}>
      <Unfinished
        form={`access ${request.id}`}
        schema={blackWords}
        empty={[]}
        {...(request.callerId === null ? {} : { callerId: request.callerId })}
      >
        {(typing) => <Reading {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

type Made = 'made' | 'failed' | null;

function Reading({ request, onClose, typing }: Props & { typing: Typing<string[]> }) {
  const t = useTexts();
  const { client, queries } = useApi();
  const [black, setBlack] = useState(typing.start);
  const [made, setMade] = useState<Made>(null);
  const [making, setMaking] = useState<KeptFormat | null>(null);
  const input = { requestId: request.id, blackOut: black };
  const file = useQuery(
    queries.privacy.access.queryOptions({ input, gcTime: 0, staleTime: 0, placeholderData: keepPreviousData }),
  );
  const change = (words: string[]) => {
    setBlack(words);
    setMade(null);
    typing.keep(words);
  };

  async function save(format: KeptFormat): Promise<void> {
    setMaking(format);
    const { error, data } = await safe(client.privacy.makeAccess({ ...input, format }));
    if (data) saveFile(data.name, data.content);
    setMade(error ? 'failed' : 'made');
    setMaking(null);
  }

  return (
    <div className={styles.form}>
      <p>{t('privacyAccess:intro')}</p>
      <BlackWords words={black} onChange={change} />
      {file.isPending && <p>{t('common:loading')}</p>}
      {file.isError && <FieldError>{t('review:failed')}</FieldError>}
      {file.data && <FileText file={file.data} />}
      <small>{t('privacyAccess:jsonHint')}</small>
      {made === 'failed' && <FieldError>{t('privacyRequests:failed')}</FieldError>}
      <p role="status" className={styles.done}>
        {made === 'made' && t('privacyAccess:made')}
      </p>
      <div className={styles.buttons}>
        <Button disabled={!file.data} loading={making === 'pdf'} onClick={() => void save('pdf')}>
          {t('privacyAccess:pdf')}
        </Button>
        <Button variant="default" disabled={!file.data} loading={making === 'json'} onClick={() => void save('json')}>
          {t('privacyAccess:json')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
    </div>
  );
}

/** The words that become black: typed, or selected in the text. */
function BlackWords({ words, onChange }: { words: string[]; onChange: (words: string[]) => void }) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState('');
  const next = (selected || typed).trim();

  function add(): void {
    if (next === '' || words.includes(next)) return;
    onChange([...words, next]);
    setTyped('');
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.black}>
        <TextInput
          label={t('privacyAccess:blackLabel')}
          placeholder={t('privacyAccess:blackHint')}
          value={typed}
          maxLength={400}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          // What is selected is no more once the button has the focus.
          onPointerDown={() => setSelected(window.getSelection()?.toString().trim() ?? '')}
          onClick={() => setTimeout(() => setSelected(''))}
        >
          {t('privacyAccess:blackAdd')}
        </Button>
      </div>
      {words.length > 0 && (
        <div className={styles.buttons}>
          {words.map((word) => (
            <Button
              key={word}
              size="xs"
              variant="default"
              aria-label={t('privacyAccess:blackRemove', { words: word })}
              onClick={() => onChange(words.filter((other) => other !== word))}
            >
              {word} ×
            </Button>
          ))}
        </div>
      )}
    </form>
  );
}

/** The file as it will be read. */
function FileText({ file }: { file: AccessFile }) {
  const t = useTexts();
  const format = useFormat();
  const words = accessWords(t, (at) => format.date(at));
  return (
    <section
      className={styles.reading}
      aria-label={t('privacyAccess:title', { name: String(file.person.name) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
    >
      <h3 className={styles.subtitle}>{t('privacyAccess:paper.card')}</h3>
      {Object.entries(file.person).map(([name, value]) => (
        <p key={name}>{words.fact(name, value)}</p>
      ))}
      {file.parts.map(({ part, items }) => (
        <div key={part}>
          <h3 className={styles.subtitle}>{t(`privacyAccess:part.${part}`)}</h3>
          {items.map(({ at, by, facts, texts }) => (
            <div key={`${at} ${JSON.stringify([facts, texts])}`} className={styles.readItem}>
              <small>
                {format.date(at)} {format.time(at)}
                {by && `, ${t(`privacyAccess:by.${by}`)}`}
              </small>
              {Object.entries(facts).map(([name, value]) => (
                <p key={name}>{words.fact(name, value)}</p>
              ))}
              {Object.entries(texts).map(([name, text]) => (
                <p key={name} className={styles.quote}>
                  <small>{words.text(name)}</small>
                  <br />
                  {text}
                </p>
              ))}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
