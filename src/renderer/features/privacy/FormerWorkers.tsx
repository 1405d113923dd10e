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
    <Section title={t('privacy:workers.title')} explain={t('privacy:workers.explain')}>
      <DataTable
        label={t('privacy:workers.title')}
        columns={[t('privacy:requests.who'), t('privacy:requests.state'), { hidden: t('privacy:requests.actions') }]}
      >
        {workers.map(({ userId, name, removedAt }) => (
          <tr key={userId}>
            <th scope="row" className={styles.what}>
              {name}
            </th>
            <td>{t('privacy:workers.since', { date: format.date(removedAt) })}</td>
            <td className={styles.end}>
              <Button
                size="xs"
                variant="default"
                aria-label={t('privacy:workers.eraseOf', { name })}
                onClick={() => setErasing({ userId, name })}
              >
                {t('privacy:workers.erase')}
              </Button>
            </td>
          </tr>
        ))}
      </DataTable>
      {erasing && (
        <Dialog title={t('privacy:workers.eraseTitle', { name: erasing.name })} onClose={close}>
          <p>{t('privacy:workers.eraseText')}</p>
          <ReasonFields
            form={`eraseWorker ${erasing.userId}`}
            callerId={null}
            label={t('privacy:requests.why')}
            submit={t('privacy:workers.erase')}
            danger
            onClose={close}
            onSubmit={async (reason) => {
              const { error } = await safe(client.privacy.eraseWorker({ userId: erasing.userId, reason }));
              if (error) return t('privacy:requests.failed');
              close();
              return null;
            }}
          />
        </Dialog>
      )}
    </Section>
  );
}
