import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './measures.module.css';

interface Props {
  title: string;
  label: string;
  hint?: string;
  submit: string;
  busy: boolean;
  failed: boolean;
  children?: ReactNode;
  onSubmit: (text: string) => void;
  onCancel: () => void;
}

/** A short form around one text that must be there. */
export function ReasonForm({ title, label, hint, submit, busy, failed, children, onSubmit, onCancel }: Props) {
  const t = useTexts();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text.trim() !== '') onSubmit(text.trim());
      }}
    >
      {children}
      <div>
        <Textarea
          label={label}
          autoFocus
          autosize={false}
          rows={3}
          maxLength={4000}
          value={text}
          aria-describedby={hint && 'reason-form-hint'}
          onChange={({ target }) => setText(target.value)}
        />
        {hint && <small id="reason-form-hint">{hint}</small>}
        {tried && text.trim() === '' && <FieldError>{t('measures:form.errors.reason')}</FieldError>}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
      {failed && <FieldError>{t('measures:detail.failed')}</FieldError>}
    </form>
  );
}
