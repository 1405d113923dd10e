import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

interface Props {
  label: string;
  /** The headings; one that only screen readers need is `{ hidden: … }`. */
  columns: (string | { hidden: string })[];
  children: ReactNode;
}

/** Rows to read, with headings; the first cell of a row is its own heading where that helps. */
export function DataTable({ label, columns, children }: Props) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => {
            const text = typeof column === 'string' ? column : column.hidden;
            return (
              <th key={text} scope="col">
                {typeof column === 'string' ? column : <span className="visually-hidden">{text}</span>}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
