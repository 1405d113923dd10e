import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Exception } from '../../../shared/contract/exceptions.ts';
import { useApi } from '../../app/api.ts';
import { confirm, tellFailure } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';

/** What was granted to this caller against the normal procedure, while it runs. */
export function CallerExceptions({ callerId }: { callerId: number }) {
  const { queries } = useApi();
  const { data: exceptions = [] } = useQuery(
    queries.exceptions.ofCaller.queryOptions({ input: { callerId }, refetchOnMount: 'always' }),
  );
  return exceptions.map((exception) => <ExceptionNotice key={exception.id} exception={exception} />);
}

function ExceptionNotice({ exception }: { exception: Exception }) {
  const t = useTexts();
  const format = useFormat();
  const { client } = useApi();
  const { callerId, terms, grantedByName, grantedAt } = exception;

  async function end(): Promise<void> {
    const { error } = await safe(client.exceptions.end({ exceptionId: exception.id }));
    if (error) return tellFailure(t('desk:actionFailed'));
    const undo = () => void safe(client.exceptions.grant({ callerId, terms }));
    confirm(t('exceptions:ended', { what: terms.what }), undo);
  }

  return (
    <Notice
      tone="plain"
      label={t('exceptions:title')}
      icon={<IconKey size="1.1em" aria-hidden="true" />}
      title={t('exceptions:onCard', { what: terms.what, date: format.shortDate(terms.lastDay) })}
      actions={
        <Button
          size="xs"
          variant="default"
          aria-label={t('exceptions:endOf', { what: terms.what })}
          onClick={() => void end()}
        >
          {t('exceptions:end')}
        </Button>
      }
    >
      <span>{t('exceptions:because', { why: terms.why, name: grantedByName, date: format.date(grantedAt) })}</span>
      <small>{t('exceptions:hold')}</small>
    </Notice>
  );
}
