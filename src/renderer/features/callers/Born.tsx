import { useFormat } from '../../app/format.ts';
import styles from './Born.module.css';

/** A date of birth after a name, in one piece on the next line where there is no room. */
export function Born({ on }: { on: string | null }) {
  const format = useFormat();
  if (on === null) return null;
  return (
    <>
      {' '}
      <span className={styles.born}>{format.birthDate(on)}</span>
    </>
  );
}
