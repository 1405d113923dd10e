import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId } from 'react';
import { useTexts } from '../../app/texts.ts';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './CopyField.module.css';
import { useCopy } from './clipboard.ts';

interface Props {
  label: string;
  hint?: string;
  text: string;
  copyLabel: string;
}

/** A text to pass on, with a button that copies it. */
export function CopyField({ label, hint, text, copyLabel }: Props) {
  const t = useTexts();
  const labelId = useId();
  const [state, copy] = useCopy();
  const copied = state === 'copied';
  return (
    <section className={styles.field} aria-labelledby={labelId}>
      <div className={styles.head}>
        <h2 id={labelId} className={styles.label}>
          {label}
        </h2>
        <IconButton
          label={copied ? t('session:blocked.copied') : copyLabel}
          icon={copied ? <IconCheck aria-hidden="true" /> : <IconCopy aria-hidden="true" />}
          onPress={() => copy(text)}
          withLabel
        />
      </div>
      <pre className={styles.text}>{text}</pre>
      {state === 'refused' ? (
        <small role="status">{t('session:blocked.copyRefused')}</small>
      ) : (
        hint && <small>{hint}</small>
      )}
    </section>
  );
}
