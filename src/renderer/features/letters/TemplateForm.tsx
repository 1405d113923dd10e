import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
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
import styles from './TemplateForm.module.css';

/** One letter to start from: its text, the fields it may ask for, and who made it the practice's own. */
export function TemplateForm({ template }: { template: LetterTemplate }) {
  const t = useTexts();
  const { queries } = useApi();
  const { kind, language } = template;
  const [subject, setSubject] = useState(template.subject);
  const [text, setText] = useState(template.text);
  const save = useMutation(queries.letters.saveTemplate.mutationOptions());
  const changed = subject !== template.subject || text !== template.text;
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
      <TextField label={t('letters:compose.subject')} value={subject} maxLength={160} onChange={setSubject} />
      <TextBox
        label={t('letters:compose.text')}
        hint={t('letters:compose.textHint')}
        rows={14}
        maxLength={20_000}
        value={text}
        onChange={setText}
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
          setSubject(template.subject);
          setText(template.text);
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
