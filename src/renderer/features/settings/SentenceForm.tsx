import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { longestSaid, type ScriptSentence } from '../../../shared/contract/scriptSentences.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { useLeaving } from '../unfinished/useLeaving.ts';
import styles from './Sentences.module.css';

const typedWords = z.object({ nl: z.string(), en: z.string() });
type TypedWords = z.infer<typeof typedWords>;
const languages = ['nl', 'en'] as const;

interface Props {
  sentence: ScriptSentence;
  onClose: () => void;
  onDone: (text: string) => void;
}

/** `danger hint 1` as the name of a form. */
const formOf = (sentence: string): string => `sentence${sentence.replaceAll(/ (?=[a-z])/gi, '')}`;

/** The practice's words for a sentence in both languages, the starting ones above each; kept while they are typed. */
export function SentenceForm(props: Props) {
  const { sentence, own } = props.sentence;
  const empty = { nl: own?.nl ?? '', en: own?.en ?? '' };
  return (
    <Unfinished form={formOf(sentence)} schema={typedWords} empty={empty}>
      {(typing) => <Fields {...props} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ sentence, onClose, onDone, typing }: Props & { typing: Typing<TypedWords> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedWords>({ defaultValues: typing.start });
  const [problem, setProblem] = useState<string | null>(null);
  const { starting, mustName } = sentence;
  const cancel = useLeaving(typing, onClose);
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('nl'), [form]);

  function refuse(field: 'nl' | 'en', text: string): void {
    setProblem(text);
    form.setFocus(field);
  }

  async function save(typed: TypedWords): Promise<void> {
    if (typed.nl.trim() === '' && typed.en.trim() === '')
      return refuse('nl', t(starting ? 'settings:script.missing' : 'settings:script.missingOwn'));
    const { error } = await safe(client.distress.rewordSentence({ sentence: sentence.sentence, ...typed }));
    if (error)
      return isDefinedError(error) && error.code === 'FIELD'
        ? refuse(error.data.field === 'en' ? 'en' : 'nl', t('settings:script.mustName', numbers))
        : setProblem(t('settings:script.failed'));
    await safe(typing.drop());
    onDone(t('settings:script.saved'));
  }
  const numbers = { numbers: mustName.join(', ') };

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      {languages.map((language) => (
        <div key={language} className={styles.language}>
          {starting && (
            <p className={styles.about} lang={language}>
              <b>{t('settings:script.starting')}</b> {starting[language]}
            </p>
          )}
          <Controller
            name={language}
            control={form.control}
            render={({ field }) => (
              <TextBox
                ref={field.ref}
                label={t(`settings:script.${language}`)}
                rows={2}
                maxLength={longestSaid}
                value={field.value}
                onChange={(value) => {
                  setProblem(null);
                  field.onChange(value);
                }}
              />
            )}
          />
        </div>
      ))}
      <small>{t(starting ? 'settings:script.emptyHint' : 'settings:script.emptyHintOwn')}</small>
      {mustName.length > 0 && <small>{t('settings:script.mustNameHint', numbers)}</small>}
      {problem && <FieldError>{problem}</FieldError>}
      <div className={styles.buttons}>
        <Button size="xs" type="submit" loading={form.formState.isSubmitting}>
          {t('common:save')}
        </Button>
        <Button size="xs" variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <KeptLine saveState={typing.saveState} />
      </div>
    </form>
  );
}
