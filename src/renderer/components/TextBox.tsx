import { type Ref, useId } from 'react';
import styles from './TextField.module.css';

interface Props {
  ref?: Ref<HTMLTextAreaElement>;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  maxLength: number;
}

/** Several lines to type, with the label above them. */
export function TextBox({ ref, label, hint, value, onChange, rows, maxLength }: Props) {
  const id = useId();
  return (
    <div className={styles.field} data-wide="true">
      <label htmlFor={id} className={styles.label}>
        {label}
        {hint && <span className={styles.hint}> {hint}</span>}
      </label>
      <textarea
        ref={ref}
        id={id}
        className={styles.input}
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
