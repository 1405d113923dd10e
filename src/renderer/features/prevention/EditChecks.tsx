import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Check } from '../../../shared/contract/prevention.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { PointDialog } from './PointDialog.tsx';
import styles from './prevention.module.css';
import { usePointWords } from './usePointWords.ts';

interface Props {
  checks: readonly Check[];
  onDone: (text: string) => void;
}

/** How the check-list is put together: order, the practice's own points, and what of the program's is in sight. */
export function EditChecks({ checks, onDone }: Props) {
  const t = useTexts();
  const words = usePointWords();
  const { client } = useApi();
  /** `new` for a point that is not there yet. */
  const [open, setOpen] = useState<Check | 'new' | null>(null);
  const [removing, setRemoving] = useState<Check | null>(null);
  const [shown, hidden] = [checks.filter((one) => !one.hidden), checks.filter((one) => one.hidden)];

  async function act(acting: Promise<unknown>, said: string): Promise<void> {
    const { error } = await safe(acting);
    onDone(error ? t('prevention:failed') : said);
  }

  return (
    <>
      <ul className={styles.list} aria-label={t('prevention:points.label')}>
        {shown.map((check, index) => {
          const { what, help } = words(check);
          return (
            <li key={check.id} className={styles.point}>
              <span className={styles.moves}>
                <IconButton
                  label={t('prevention:points.up', { what })}
                  icon={<IconArrowUp size="1.1em" />}
                  off={index === 0}
                  onPress={() => void act(client.prevention.movePoint({ pointId: check.id, to: 'up' }), '')}
                />
                <IconButton
                  label={t('prevention:points.down', { what })}
                  icon={<IconArrowDown size="1.1em" />}
                  off={index === shown.length - 1}
                  onPress={() => void act(client.prevention.movePoint({ pointId: check.id, to: 'down' }), '')}
                />
              </span>
              <span className={styles.pointText}>
                <b>{what}</b>
                {help !== '' && <span className={styles.help}>{help}</span>}
              </span>
              <span className={styles.buttons}>
                {check.starting === null ? (
                  <>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('prevention:points.rewordOf', { what })}
                      onClick={() => setOpen(check)}
                    >
                      {t('prevention:points.reword')}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('prevention:points.removeOf', { what })}
                      onClick={() => setRemoving(check)}
                    >
                      {t('prevention:points.remove')}
                    </Button>
                  </>
                ) : (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('prevention:points.hideOf', { what })}
                    onClick={() =>
                      void act(
                        client.prevention.hidePoint({ pointId: check.id, hidden: true }),
                        t('prevention:points.hidden'),
                      )
                    }
                  >
                    {t('prevention:points.hide')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <div>
        <Button onClick={() => setOpen('new')}>{t('prevention:points.add')}</Button>
      </div>
      {hidden.length > 0 && (
        <div>
          <h4 className={styles.subtitle}>{t('prevention:points.outOfSight')}</h4>
          <ul className={styles.list} aria-label={t('prevention:points.outOfSight')}>
            {hidden.map((check) => {
              const { what } = words(check);
              return (
                <li key={check.id} className={styles.point}>
                  <span className={styles.pointText}>{what}</span>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('prevention:points.putBackOf', { what })}
                    onClick={() =>
                      void act(
                        client.prevention.hidePoint({ pointId: check.id, hidden: false }),
                        t('prevention:points.isBack'),
                      )
                    }
                  >
                    {t('prevention:points.putBack')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {open && (
        <PointDialog
          point={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            onDone(t('prevention:points.saved'));
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t('prevention:points.removeTitle')}
          confirmLabel={t('prevention:points.remove')}
          busy={false}
          onCancel={() => setRemoving(null)}
          onConfirm={() => {
            setRemoving(null);
            void act(client.prevention.removePoint({ pointId: removing.id }), t('prevention:points.removed'));
          }}
        >
          {t('prevention:points.removeText', { what: removing.what })}
        </ConfirmDialog>
      )}
    </>
  );
}
