import type { LetterSheet } from '../../shared/contract/letters.ts';
import styles from './TextBlocks.module.css';

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

/** A text of headings, points and paragraphs. */
export function TextBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={styles.blocks}>
      {grouped(blocks).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is known by its place
        <Group key={index} group={group} />
      ))}
    </div>
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
