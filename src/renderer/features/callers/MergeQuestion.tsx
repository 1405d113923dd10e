import { useId } from 'react';
import type { MergeChoice } from '../../../shared/contract/callers.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './MergeQuestion.module.css';

interface Props {
  title: string;
  options: readonly MergeChoice[];
  sideValue: (side: 'kept' | 'other') => string;
  choice: MergeChoice;
  onChoose: (choice: MergeChoice) => void;
}

/** What two cards say about one thing, side by side; with one answer there is nothing to choose. */
export function MergeQuestion({ title, options, sideValue, choice, onChoose }: Props) {
  const t = useTexts();
  const name = useId();
  if (options.length === 1) {
    return (
      <div className={styles.question}>
        <span className={styles.title}>{title}</span>
        <span className={styles.settled}>{sideValue(choice === 'other' ? 'other' : 'kept')}</span>
      </div>
    );
  }
  return (
    <fieldset className={styles.question}>
      <legend className={styles.title}>{title}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option} className={styles.option} data-option={option}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={choice === option}
              onChange={() => onChoose(option)}
            />
            {option === 'both' ? (
              <span>{t('callers:merge.both')}</span>
            ) : (
              <span>
                <span className="visually-hidden">{t(`callers:merge.${option}`)}: </span>
                {sideValue(option)}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
