import { type Ref, useId } from 'react';
import styles from './TextField.module.css';

interface Props {
  ref?: Ref<HTMLInputElement>;
  label: string;
  /** Beside the label, quietly. */
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  maxLength: number;
  inputMode?: 'text' | 'tel' | 'numeric';
  invalid?: boolean;
  describedBy?: string;
  /** Over the whole width of the fields around it. */
  wide?: boolean;
}

/** One line to type, with its label above it. */
export function TextField({ ref, label, hint, value, onChange, invalid, describedBy, wide, ...input }: Props) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={wide}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {hint && <span className={styles.hint}> {hint}</span>}
      </label>
      <input
        {...input}
        ref={ref}
        id={id}
        type="text"
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
