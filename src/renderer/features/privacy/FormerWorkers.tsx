import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './privacy.module.css';
import { ReasonFields } from './ReasonFields.tsx';

interface Worker {
  userId: number;
  name: string;
}

/** Workers without access, whose names still stand in what they wrote down. */
export function FormerWorkers() {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useApi();
  const workers = useQuery(queries.privacy.formerWorkers.queryOptions()).data ?? [];
  const [erasing, setErasing] = useState<Worker | null>(null);
  const close = () => setErasing(null);
  if (workers.length === 0) return null;
  return (
    <Section title={t('privacyRequests:workers.title')} explain={t('privacyRequests:workers.explain')}>
      <DataTable
        label={t('privacyRequests:workers.title')}
        columns={[t('privacyRequests:who'), t('privacyRequests:state'), { hidden: t('privacyRequests:actions') }]}
      >
        {workers.map(({ userId, name, removedAt }) => (
          <tr key={userId}>
            <th scope="row" className={styles.what}>
              {name}
            </th>
            <td>{t('privacyRequests:workers.since', { date: format.date(removedAt) })}</td>
            <td className={styles.end}>
              <Button
                size="xs"
                variant="default"
                aria-label={t('privacyRequests:workers.eraseOf', { name })}
                onClick={() => setErasing({ userId, name })}
              >
                {t('privacyRequests:workers.erase')}
              </Button>
            </td>
          </tr>
        ))}
      </DataTable>
      {erasing && (
        <Dialog title={t('privacyRequests:workers.eraseTitle', { name: erasing.name })} onClose={close}>
          <p>{t('privacyRequests:workers.eraseText')}</p>
          <ReasonFields
            form={`eraseWorker ${erasing.userId}`}
            callerId={null}
            label={t('privacyRequests:why')}
            submit={t('privacyRequests:workers.erase')}
            danger
            onClose={close}
            onSubmit={async (reason) => {
              const { error } = await safe(client.privacy.eraseWorker({ userId: erasing.userId, reason }));
              if (error) return t('privacyRequests:failed');
              close();
              return null;
            }}
          />
        </Dialog>
      )}
    </Section>
  );
}
