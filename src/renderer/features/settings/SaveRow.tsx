import { Button } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SubmitButton } from '../../components/SubmitButton.tsx';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import type { Kept } from '../unfinished/useKeptChanges.ts';
import styles from './settings.module.css';

interface Props {
  /** What stands in the form over what is stored. */
  kept: Pick<Kept, 'changed' | 'undo' | 'saveState'>;
  save: Pick<UseMutationResult, 'isPending' | 'isSuccess' | 'isError'>;
  /** Whether what is changed can be saved; it can, unless told otherwise. */
  complete?: boolean;
}

/** Under a form whose changes are kept until they are saved: saves them, takes them back, and says how it stands. */
export function SaveRow({ kept: { changed, undo, saveState }, save, complete = true }: Props) {
  const t = useTexts();
  return (
    <div className={styles.buttons}>
      <SubmitButton ready={changed && complete} loading={save.isPending}>
        {t('settings:save')}
      </SubmitButton>
      {changed && (
        <Button variant="default" disabled={save.isPending} onClick={undo}>
          {t('settings:undo')}
        </Button>
      )}
      {/* Changes that nobody touched yet were kept before. */}
      {changed && !save.isPending && <KeptLine saveState={saveState === 'untouched' ? 'saved' : saveState} />}
      <span role="status">
        {save.isSuccess && !changed && <span className={styles.saved}>{t('settings:saved')}</span>}
      </span>
      {save.isError && <FieldError>{t('settings:failed')}</FieldError>}
    </div>
  );
}
