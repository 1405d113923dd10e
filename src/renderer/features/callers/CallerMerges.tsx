import { Button } from '@mantine/core';
import type { PastMerge } from '../../../shared/contract/callers.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from './CallerMerges.module.css';
import { useUndoMerge } from './useUndoMerge.ts';

/** Which cards became part of this one, and the way back. */
export function CallerMerges({ merges }: { merges: PastMerge[] }) {
  const t = useTexts();
  const format = useFormat();
  const undo = useUndoMerge();
  if (merges.length === 0) return null;
  return (
    <section>
      <SectionTitle>{t('callers:merge.past')}</SectionTitle>
      <ul className={styles.list}>
        {merges.map((merge) => (
          <li key={merge.id} className={styles.item}>
            <span>
              {t('callers:merge.with', { name: merge.name, date: format.date(merge.at), worker: merge.workerName })}
              {!merge.isNewest && <small> {t('callers:merge.laterFirst')}</small>}
            </span>
            {merge.isNewest && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('callers:merge.undoOf', { name: merge.name })}
                onClick={() => void undo(merge)}
              >
                {t('callers:merge.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
