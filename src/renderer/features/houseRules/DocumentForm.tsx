import { Textarea, TextInput } from '@mantine/core';
import { safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { type HouseRuleOverview, houseRuleWords } from '../../../shared/contract/houseRules.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import { type Unfinished, useUnfinished } from '../unfinished/useUnfinished.ts';
import styles from './houseRules.module.css';

const typedRule = z.object({
  ...{ titleNl: z.string(), textNl: z.string(), titleEn: z.string(), textEn: z.string() },
  note: z.string(),
});
type TypedRule = z.infer<typeof typedRule>;

interface Props {
  /** Null for a new text. */
  rule: HouseRuleOverview | null;
  onClose: () => void;
  onDecided: (document: string) => void;
}

const startOf = (rule: HouseRuleOverview | null): TypedRule => ({
  titleNl: rule?.words.nl.title ?? '',
  textNl: rule?.words.nl.text ?? '',
  titleEn: rule?.words.en.title ?? '',
  textEn: rule?.words.en.text ?? '',
  note: '',
});

/** A new version of a text, kept while it is typed; deciding on it asks everybody to read it. */
export function DocumentForm(props: Props) {
  const form = `houseRule${props.rule?.document.replaceAll(/[^a-zA-Z]/g, '') ?? ''}`.slice(0, 60);
  const unfinished = useUnfinished(form, typedRule);
  if (unfinished.kept === undefined) return null;
  return <Fields {...props} start={unfinished.kept ?? startOf(props.rule)} unfinished={unfinished} />;
}

interface FieldsProps extends Props {
  start: TypedRule;
  unfinished: Omit<Unfinished<TypedRule>, 'kept'>;
}

function Fields({ rule, onClose, onDecided, start, unfinished }: FieldsProps) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedRule>({ defaultValues: start });
  const [problem, setProblem] = useState<'missing' | 'failed' | null>(null);

  useKeepTyping(form, (typed) => {
    unfinished.keep(typed);
    setProblem(null);
  });
  useEffect(() => form.setFocus('titleNl'), [form]);

  async function decide({ titleNl, textNl, titleEn, textEn, note }: TypedRule): Promise<void> {
    const typed = { nl: { title: titleNl, text: textNl }, en: { title: titleEn, text: textEn } };
    const words = houseRuleWords.safeParse(typed).data;
    if (!words) {
      form.setFocus(titleNl.trim() === '' ? 'titleNl' : 'textNl');
      return setProblem('missing');
    }
    const input = { document: rule?.document ?? null, words, note };
    const { error, data } = await safe(client.houseRules.decide(input));
    if (error) return setProblem('failed');
    await safe(unfinished.drop());
    announce(t('houseRules:decided'));
    onDecided(data.document);
  }

  return (
    <form
      className={styles.form}
      aria-label={t(rule ? 'houseRules:change' : 'houseRules:new')}
      noValidate
      onSubmit={form.handleSubmit(decide)}
    >
      <small>{t('houseRules:form.hint')}</small>
      <TextInput {...form.register('titleNl')} label={t('houseRules:form.titleNl')} maxLength={120} />
      <Textarea {...form.register('textNl')} label={t('houseRules:form.textNl')} rows={12} maxLength={8000} />
      <TextInput {...form.register('titleEn')} label={t('houseRules:form.titleEn')} maxLength={120} />
      <Textarea {...form.register('textEn')} label={t('houseRules:form.textEn')} rows={8} maxLength={8000} />
      <TextInput
        {...form.register('note')}
        label={t('houseRules:note')}
        placeholder={t('houseRules:noteHint')}
        maxLength={300}
      />
      <small>{t('houseRules:form.asks')}</small>
      {problem && <FieldError>{t(problem === 'missing' ? 'houseRules:form.missing' : 'houseRules:failed')}</FieldError>}
      <KeptFormButtons
        submit={t('houseRules:form.submit')}
        busy={form.formState.isSubmitting}
        typing={unfinished}
        onClose={onClose}
      />
    </form>
  );
}
