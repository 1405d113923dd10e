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
  const titles = [t('privacyRequests:who'), t('privacyRestrictions:since'), t('privacyRequests:why')];
  return (
    <Section title={t('privacyRestrictions:title')} explain={t('privacyRestrictions:explain')}>
      <p role="status" className={styles.done}>
        {isLifted && t('privacyRestrictions:lifted')}
      </p>
      {restrictions.length > 0 && (
        <DataTable
          label={t('privacyRestrictions:title')}
          columns={[...titles, { hidden: t('privacyRequests:actions') }]}
        >
          {restrictions.map((one) => (
            <tr key={one.id}>
              <th scope="row" className={styles.what}>
                {one.callerName}
              </th>
              <td className={styles.term}>{format.date(one.setAt)}</td>
              <td>
                {t(`privacyRestrictions:ground.${one.ground}`)}
                <span className={styles.help}>
                  {t('privacyRestrictions:line', { name: one.setByName, reason: one.reason })}
                </span>
              </td>
              <td className={styles.end}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('privacyRestrictions:liftOf', { name: one.callerName })}
                  onClick={() => {
                    setLifted(false);
                    setLifting(one);
                  }}
                >
                  {t('privacyRestrictions:lift')}
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {lifting && (
        <Dialog title={t('privacyRestrictions:liftTitle', { name: lifting.callerName })} onClose={close}>
          <p>{t('privacyRestrictions:liftText')}</p>
          <ReasonFields
            form={`liftRestriction ${lifting.id}`}
            callerId={lifting.callerId}
            label={t('privacyRestrictions:liftReason')}
            submit={t('privacyRestrictions:lift')}
            onClose={close}
            onSubmit={async (reason) => {
              const { error } = await safe(client.privacy.liftRestriction({ restrictionId: lifting.id, reason }));
              if (error) return t('privacyRequests:failed');
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
