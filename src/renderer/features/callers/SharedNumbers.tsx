import type { SharedNumber } from '../../../shared/contract/callers.ts';
import { useTexts } from '../../app/texts.ts';
import styles from './CallerCardPane.module.css';

/** Who else calls from a number of this caller's: a family, an institution. */
export function SharedNumbers({ numbers }: { numbers: SharedNumber[] }) {
  const t = useTexts();

  function namesOf({ names, more }: SharedNumber): string {
    if (more > 0) return t('callers:andMore', { names: names.join(', '), count: more });
    const last = names.at(-1) ?? '';
    return names.length === 1 ? last : t('callers:and', { names: names.slice(0, -1).join(', '), last });
  }

  return numbers.map((shared) => (
    <small key={shared.number} className={styles.facts}>
      {t('callers:sharedNumber', { number: shared.number, names: namesOf(shared) })}
    </small>
  ));
}
