import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page, Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { ConcernDialog } from './ConcernDialog.tsx';

/** The register of calls of concern: apart from the incidents, and without any figure. */
export default function ConcernsPage() {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { queries } = useApi();
  const register = useQuery(queries.distress.register.queryOptions());
  const [open, setOpen] = useState<number | null>(null);
  const concerns = register.data?.concerns ?? [];
  const overTerm = register.data?.overTerm ?? 0;
  return (
    <Page title={t('distress:register.title')} intro={t('distress:register.intro')}>
      {register.isPending && <p>{t('common:loading')}</p>}
      {register.isError && <FieldError>{t('review:failed')}</FieldError>}
      {register.isSuccess && concerns.length === 0 && (
        <Notice tone="plain" title={t('distress:register.none')}>
          <span>{t('distress:register.noneHint')}</span>
        </Notice>
      )}
      {concerns.length > 0 && (
        <Section title={t('distress:register.table')}>
          <DataTable
            label={t('distress:register.table')}
            columns={[
              t('distress:register.when'),
              t('distress:register.caller'),
              t('distress:register.kind'),
              t('distress:register.handedOver'),
              t('distress:register.worker'),
              t('distress:register.state'),
              { hidden: t('distress:register.open') },
            ]}
          >
            {concerns.map(({ id, at, callerName, kind, handedOverTo, workerName, isComplete }) => {
              const when = format.moment(at, now);
              const name = callerName ?? t('desk:unknownCaller');
              return (
                <tr key={id}>
                  <td>{when}</td>
                  <th scope="row">{name}</th>
                  <td>{t(`distress:kind.${kind}`)}</td>
                  <td>{t(`distress:handedOverTo.${handedOverTo}`)}</td>
                  <td>{workerName}</td>
                  <td>
                    {isComplete ? (
                      <small>{t('distress:register.complete')}</small>
                    ) : (
                      <Tag tone="due">{t('distress:register.incomplete')}</Tag>
                    )}
                  </td>
                  <td>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('distress:register.openOf', { when, name })}
                      onClick={() => setOpen(id)}
                    >
                      {t('distress:register.open')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </DataTable>
        </Section>
      )}
      {overTerm > 0 && <small>{t('distress:register.overTerm', { count: overTerm })}</small>}
      {open !== null && <ConcernDialog key={open} concernId={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
