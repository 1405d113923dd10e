import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Restriction } from '../../../shared/contract/privacyRestrictions.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Section } from '../../components/Page.tsx';
import styles from './privacy.module.css';
import { ReasonFields } from './ReasonFields.tsx';

/** Callers whose data is kept and nothing else; lifting it says why. */
export function Restrictions() {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useApi();
  const restrictions = useQuery(queries.privacy.restrictions.queryOptions()).data ?? [];
  const [lifting, setLifting] = useState<Restriction | null>(null);
  const [isLifted, setLifted] = useState(false);
  const close = () => setLifting(null);
  if (restrictions.length === 0 && !isLifted) return null;
  const titles = [t('privacy:requests.who'), t('privacy:restrictions.since'), t('privacy:requests.why')];
  return (
    <Section title={t('privacy:restrictions.title')} explain={t('privacy:restrictions.explain')}>
      <p role="status" className={styles.done}>
        {isLifted && t('privacy:restrictions.lifted')}
      </p>
      {restrictions.length > 0 && (
        <DataTable
          label={t('privacy:restrictions.title')}
          columns={[...titles, { hidden: t('privacy:requests.actions') }]}
        >
          {restrictions.map((one) => (
            <tr key={one.id}>
              <th scope="row" className={styles.what}>
                {one.callerName}
              </th>
              <td className={styles.term}>{format.date(one.setAt)}</td>
              <td>
                {t(`privacy:restrictions.ground.${one.ground}`)}
                <span className={styles.help}>
                  {t('privacy:restrictions.line', { name: one.setByName, reason: one.reason })}
                </span>
              </td>
              <td className={styles.end}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('privacy:restrictions.liftOf', { name: one.callerName })}
                  onClick={() => {
                    setLifted(false);
                    setLifting(one);
                  }}
                >
                  {t('privacy:restrictions.lift')}
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {lifting && (
        <Dialog title={t('privacy:restrictions.liftTitle', { name: lifting.callerName })} onClose={close}>
          <p>{t('privacy:restrictions.liftText')}</p>
          <ReasonFields
            form={`liftRestriction ${lifting.id}`}
            callerId={lifting.callerId}
            label={t('privacy:restrictions.liftReason')}
            submit={t('privacy:restrictions.lift')}
            onClose={close}
            onSubmit={async (reason) => {
              const { error } = await safe(client.privacy.liftRestriction({ restrictionId: lifting.id, reason }));
              if (error) return t('privacy:requests.failed');
              setLifted(true);
              close();
              return null;
            }}
          />
        </Dialog>
      )}
    </Section>
  );
}
