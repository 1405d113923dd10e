import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptAside } from '../../../shared/contract/backup.ts';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import rows from './Backups.module.css';
import { ExchangeDialog } from './ExchangeDialog.tsx';
import { fileSize } from './fileSize.ts';
import styles from './SecondPlace.module.css';

type Asked = { what: 'putBack' | 'remove'; store: KeptAside };

/** The stores that something else took the place of: each can be put back as it was, or thrown away. */
export function AsideStores() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const [asked, setAsked] = useState<Asked | null>(null);
  const aside = useQuery(queries.backup.aside.queryOptions()).data ?? [];
  const whenOf = ({ asideAt }: KeptAside) => `${format.longDay(asideAt)}, ${format.time(asideAt)}`;
  const close = () => setAsked(null);
  if (aside.length === 0) return null;
  return (
    <div className={styles.place}>
      <h4 className={styles.title}>{t('backup:aside.title')}</h4>
      <p className={styles.meaning}>{t('backup:aside.meaning')}</p>
      <DataTable
        label={t('backup:aside.listLabel')}
        columns={[t('backup:aside.when'), t('backup:size'), t('backup:actions')]}
      >
        {aside.map((store) => (
          <tr key={store.name}>
            <td>{whenOf(store)}</td>
            <td className={rows.size}>{fileSize(store.bytes, format.number)}</td>
            <td>
              <div className={rows.actions}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('backup:exchange.putBackOf', { when: whenOf(store) })}
                  onClick={() => setAsked({ what: 'putBack', store })}
                >
                  {t('backup:exchange.putBack')}
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('backup:aside.removeOf', { when: whenOf(store) })}
                  onClick={() => setAsked({ what: 'remove', store })}
                >
                  {t('backup:remove')}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </DataTable>
      {asked?.what === 'putBack' && (
        <ExchangeDialog what="putBack" name={asked.store.name} when={whenOf(asked.store)} onClose={close} />
      )}
      {asked?.what === 'remove' && <RemoveAside store={asked.store} when={whenOf(asked.store)} onClose={close} />}
    </div>
  );
}

function RemoveAside({ store, when, onClose }: { store: KeptAside; when: string; onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const remove = useMutation(
    queries.backup.removeAside.mutationOptions({
      onSuccess() {
        announce(t('backup:aside.removed', { when }));
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('backup:aside.removeTitle', { when })}
      confirmLabel={t('backup:remove')}
      busy={remove.isPending}
      problem={remove.isError ? t('backup:removeFailed') : null}
      onCancel={onClose}
      onConfirm={() => remove.mutate({ name: store.name })}
    >
      {t('backup:aside.removeText')}
    </ConfirmDialog>
  );
}
