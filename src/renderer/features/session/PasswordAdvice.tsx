import { useTexts } from '../../app/texts.ts';
import styles from './PasswordAdvice.module.css';
import { type PasswordStrength, passwordStrength, shortestPassword } from './passwordStrength.ts';

const filledBars: Record<PasswordStrength, number> = { empty: 0, short: 1, guessable: 1, fair: 2, strong: 3 };

interface Props {
  id: string;
  password: string;
  /** Names that anybody could try: of the worker, of the practice. */
  known?: readonly string[];
}

/** How strong the password is so far, in words and in bars. */
export function PasswordAdvice({ id, password, known = [] }: Props) {
  const t = useTexts();
  const strength = passwordStrength(password, known);
  return (
    <div className={styles.advice} data-strength={strength}>
      <span className={styles.bars} aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={styles.bar} data-filled={bar <= filledBars[strength]} />
        ))}
      </span>
      <small id={id} aria-live="polite">
        {strength === 'short'
          ? t('session:passwordAdvice.short', { count: shortestPassword - password.length })
          : t(`session:passwordAdvice.${strength}`)}
      </small>
    </div>
  );
}
