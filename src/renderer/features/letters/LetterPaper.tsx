import type { LetterSheet } from '../../../shared/contract/letters.ts';
import styles from './LetterPaper.module.css';

type Block = LetterSheet['blocks'][number];

/** Points that follow one another make one list. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'item' && last?.[0]?.kind === 'item') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** A letter as it comes on paper. */
export function LetterPaper({ sheet, label }: { sheet: LetterSheet; label: string }) {
  const { practiceName, address, phone, email } = sheet;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
    <section className={styles.paper} aria-label={label} lang={sheet.language} tabIndex={0}>
      <div className={styles.head}>
        <b>{practiceName}</b>
        <span>{address.replaceAll('\n', ' · ')}</span>
        <span>{[phone, email].filter(Boolean).join(' · ')}</span>
      </div>
      <p className={styles.lines}>{sheet.recipient}</p>
      <p>{sheet.date}</p>
      <h3 className={styles.subject}>{sheet.subject}</h3>
      {grouped(sheet.blocks).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a letter is known by its place
        <Group key={index} group={group} />
      ))}
      <p>{sheet.closing}</p>
      <p>
        <b>{practiceName}</b>
      </p>
    </section>
  );
}

function Group({ group }: { group: Block[] }) {
  const [first] = group;
  if (first?.kind === 'heading') return <h4 className={styles.heading}>{first.text}</h4>;
  if (first?.kind === 'text') return <p>{first.text}</p>;
  return (
    <ul className={styles.items}>
      {group.map(({ text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place
        <li key={index}>{text}</li>
      ))}
    </ul>
  );
}
