import { IconX } from '@tabler/icons-react';
import { IconButton } from '../components/IconButton.tsx';
import { Notice } from '../components/Notice.tsx';
import styles from './DiskRefuses.module.css';
import { forgetRefusals, useRefusals } from './refusals.ts';
import { useTexts } from './texts.ts';

/** Says in one place, whatever was being saved, that the disk takes nothing; gone when it does again. */
export function DiskRefuses() {
  const t = useTexts();
  const isRefused = useRefusals(({ calls }) => calls.size > 0);
  if (!isRefused) return null;
  return (
    <div className={styles.place} role="alert">
      <Notice tone="stop">
        <div className={styles.line}>
          <div>
            <strong>{t('common:diskRefuses')}</strong>
            <p className={styles.help}>{t('common:diskRefusesHelp')}</p>
          </div>
          <IconButton
            label={t('common:close')}
            icon={<IconX size="1.1em" aria-hidden="true" />}
            onPress={forgetRefusals}
          />
        </div>
      </Notice>
    </div>
  );
}
