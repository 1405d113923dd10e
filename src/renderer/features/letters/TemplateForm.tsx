import { Button } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
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
import { type KeptChanges, keptChanges, withChanges } from '../unfinished/keptChanges.ts';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeptChanges } from '../unfinished/useKeptChanges.ts';
import styles from './TemplateForm.module.css';

/** One letter to start from: its text, the fields it may ask for, and who made it the practice's own. */
export function TemplateForm({ template }: { template: LetterTemplate }) {
  const { kind, language } = template;
  return (
    <Unfinished form={`letterTemplate${kind}${language}`} schema={keptChanges} empty={{}}>
      {(typing) => <Fields template={template} typing={typing} />}
    </Unfinished>
  );
}

function Fields({ template, typing }: { template: LetterTemplate; typing: Typing<KeptChanges> }) {
  const t = useTexts();
  const { queries } = useApi();
  const { kind, language, subject, text } = template;
  const stored = useMemo(() => ({ subject, text }), [subject, text]);
  const form = useForm({ defaultValues: withChanges(stored, typing.start) });
  const kept = useKeptChanges(form, stored, typing);
  const save = useMutation(queries.letters.saveTemplate.mutationOptions({ onSuccess: kept.saved }));
  const isFilled = Object.values(form.watch()).every((typed) => typed.trim() !== '');
  const unknown = isDefinedError(save.error) && save.error.code === 'UNKNOWN_FIELD' ? save.error.data.field : null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.handleSubmit((typed) => save.mutate({ kind, language, ...typed }))}
    >
      <Controller
        control={form.control}
        name="subject"
        render={({ field: { value, onChange } }) => (
          <TextField label={t('letters:compose.subject')} maxLength={160} value={value} onChange={onChange} />
        )}
      />
      <Controller
        control={form.control}
        name="text"
        render={({ field: { value, onChange } }) => (
          <TextBox
            label={t('letters:compose.text')}
            hint={t('letters:compose.textHint')}
            rows={14}
            maxLength={20_000}
            value={value}
            onChange={onChange}
          />
        )}
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
        kept={{
          ...kept,
          undo() {
            kept.undo();
            save.reset();
          },
        }}
        save={{
          isPending: save.isPending,
          isSuccess: template.changed !== null,
          isError: save.isError && unknown === null,
        }}
        complete={isFilled}
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
