import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { LetterTemplate } from '../../../shared/contract/letters.ts';
import { letterFields } from '../../../shared/contract/letterTexts.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import { SaveRow } from '../settings/SaveRow.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import styles from './TemplateForm.module.css';

const typedTemplate = z.object({ subject: z.string(), text: z.string() });
type TypedTemplate = z.infer<typeof typedTemplate>;

/** One letter to start from: its text, the fields it may ask for, and who made it the practice's own. */
export function TemplateForm({ template }: { template: LetterTemplate }) {
  const { kind, language, subject, text } = template;
  return (
    <Unfinished form={`letterTemplate${kind}${language}`} schema={typedTemplate} empty={{ subject, text }}>
      {(typing) => <Fields template={template} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ template, typing }: { template: LetterTemplate; typing: Typing<TypedTemplate> }) {
  const t = useTexts();
  const { queries } = useApi();
  const { kind, language } = template;
  const [{ subject, text }, setTyped] = useState(typing.start);
  const drop = () => void safe(typing.drop());
  const save = useMutation(queries.letters.saveTemplate.mutationOptions({ onSuccess: drop }));
  const changed = subject !== template.subject || text !== template.text;
  const type = (typed: TypedTemplate) => {
    setTyped(typed);
    typing.keep(typed);
  };
  const unknown = isDefinedError(save.error) && save.error.code === 'UNKNOWN_FIELD' ? save.error.data.field : null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ kind, language, subject, text });
      }}
    >
      <TextField
        label={t('letters:compose.subject')}
        value={subject}
        maxLength={160}
        onChange={(changedTo) => type({ subject: changedTo, text })}
      />
      <TextBox
        label={t('letters:compose.text')}
        hint={t('letters:compose.textHint')}
        rows={14}
        maxLength={20_000}
        value={text}
        onChange={(changedTo) => type({ subject, text: changedTo })}
      />
      <p className={styles.fields}>
        <small>{t('letters:templates.fields')}: </small>
        {Object.values(letterFields).map((words) => (
          <code key={words.en}>{`{${words[language]}}`}</code>
        ))}
      </p>
      <small>{t('letters:templates.emergencies')}</small>
      {unknown !== null && <FieldError>{t('letters:templates.unknownField', { field: `{${unknown}}` })}</FieldError>}
      <SaveRow
        changed={changed && subject.trim() !== '' && text.trim() !== ''}
        busy={save.isPending}
        saved={template.changed !== null}
        failed={save.isError && unknown === null}
        onUndo={() => {
          setTyped({ subject: template.subject, text: template.text });
          drop();
          save.reset();
        }}
      />
      <Origin template={template} />
    </form>
  );
}

function Origin({ template: { kind, language, changed } }: { template: LetterTemplate }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const [asking, setAsking] = useState(false);
  const reset = useMutation(queries.letters.resetTemplate.mutationOptions({ onSuccess: () => setAsking(false) }));
  if (!changed) return <small>{t('letters:templates.original')}</small>;
  return (
    <div className={styles.origin}>
      <small>{t('letters:templates.changed', { name: changed.byName, when: format.ago(changed.at, now) })}</small>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('letters:templates.reset')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('letters:templates.resetTitle')}
          confirmLabel={t('letters:templates.reset')}
          busy={reset.isPending}
          problem={reset.isError ? t('letters:list.failed') : null}
          onConfirm={() => reset.mutate({ kind, language })}
          onCancel={() => setAsking(false)}
        >
          {t('letters:templates.resetText')}
        </ConfirmDialog>
      )}
    </div>
  );
}
