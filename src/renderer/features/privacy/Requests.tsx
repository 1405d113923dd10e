import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { goToLog } from '../review/reviewWindow.ts';
import { ErasePerson } from './ErasePerson.tsx';
import { MakeAccess } from './MakeAccess.tsx';
import { NewRequest } from './NewRequest.tsx';
import styles from './privacy.module.css';
import { Rectifications } from './Rectifications.tsx';
import { Rectify } from './Rectify.tsx';
import { RequestAnswer } from './RequestAnswer.tsx';
import { RequestExtension } from './RequestExtension.tsx';
import { RestrictCaller } from './RestrictCaller.tsx';

type Open =
  | { what: 'add' }
  | { what: 'answer' | 'extend' | 'erase' | 'access' | 'restrict' | 'rectify'; request: PrivacyRequest };

/** Whom a request is about, also when they are erased. */
export function useWhom() {
  const t = useTexts();
  return ({ callerName, userId }: Pick<PrivacyRequest, 'callerName' | 'userId'>): string => {
    if (userId !== null) return t('privacyRequests:worker', { number: userId });
    return callerName ?? t('privacyRequests:gone');
  };
}

/** What people asked about their own data, and what became of it. */
export function Requests() {
  const t = useTexts();
  const { queries } = useApi();
  const requests = useQuery(queries.privacy.requests.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const [saved, setSaved] = useState(false);
  const begin = (next: Open) => {
    setSaved(false);
    setOpen(next);
  };
  const close = () => setOpen(null);
  // What was put right since it was opened belongs to the answer.
  const asItIs = (request: PrivacyRequest) => requests.data?.find(({ id }) => id === request.id) ?? request;
  const finish = () => {
    setSaved(true);
    close();
  };
  return (
    <Section
      title={t('privacyRequests:title')}
      explain={t('privacyRequests:explain')}
      action={
        <Button
          variant="default"
          leftSection={<IconPlus size="1em" aria-hidden="true" />}
          onClick={() => begin({ what: 'add' })}
        >
          {t('privacyRequests:add')}
        </Button>
      }
    >
      <p role="status" className={styles.done}>
        {saved && t('privacyRequests:saved')}
      </p>
      {requests.isError && <FieldError>{t('review:failed')}</FieldError>}
      {requests.data?.length === 0 && (
        <p>
          <b>{t('privacyRequests:none')}</b> {t('privacyRequests:noneHint')}
        </p>
      )}
      {requests.data && requests.data.length > 0 && (
        <div className={styles.requests}>
          <RequestTable requests={requests.data} onOpen={begin} />
        </div>
      )}
      {open?.what === 'add' && <NewRequest onClose={close} onSaved={finish} />}
      {open?.what === 'answer' && <RequestAnswer request={asItIs(open.request)} onClose={close} onSaved={finish} />}
      {open?.what === 'extend' && <RequestExtension request={open.request} onClose={close} onSaved={finish} />}
      {open?.what === 'erase' && <ErasePerson request={open.request} onClose={close} />}
      {open?.what === 'restrict' && <RestrictCaller request={open.request} onClose={close} onSaved={finish} />}
      {open?.what === 'rectify' && (
        <Rectify
          request={open.request}
          onClose={close}
          onAnswer={() => begin({ what: 'answer', request: open.request })}
        />
      )}
      {open?.what === 'access' && <MakeAccess request={open.request} onClose={close} />}
    </Section>
  );
}

function RequestTable({ requests, onOpen }: { requests: PrivacyRequest[]; onOpen: (open: Open) => void }) {
  const t = useTexts();
  const format = useFormat();
  const whom = useWhom();
  const titles = (['who', 'what', 'due', 'state'] as const).map((name) => t(`privacyRequests:${name}`));
  return (
    <DataTable label={t('privacyRequests:title')} columns={[...titles, { hidden: t('privacyRequests:actions') }]}>
      {requests.map((request) => (
        <tr key={request.id}>
          <th scope="row" className={styles.what}>
            {whom(request)}
          </th>
          <td>
            {t(`privacyRequests:kind.${request.kind}`)}
            {request.asked !== '' && <span className={styles.help}>{request.asked}</span>}
            {request.changes.length > 0 && (
              <div className={styles.help}>
                <Rectifications changes={request.changes} />
              </div>
            )}
          </td>
          <td className={styles.term}>{request.outcome === null && format.shortDate(request.dueOn)}</td>
          <td>
            <State request={request} />
          </td>
          <td className={styles.end}>
            <div className={styles.actions}>
              {request.outcome === null && <Actions request={request} onOpen={onOpen} />}
              <WhoLooked request={request} />
            </div>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** How a request stands, with who answered it and what. */
function State({ request }: { request: PrivacyRequest }) {
  const t = useTexts();
  const format = useFormat();
  const { outcome, answeredAt, answeredByName, answer, isLate, extendedWhy } = request;
  const { othersTold, othersNote, statement, leftStanding } = request;
  if (outcome === null || answeredAt === null) {
    return (
      <>
        <Tag tone={isLate ? 'due' : 'plain'}>{t(isLate ? 'privacyRequests:late' : 'privacyRequests:open')}</Tag>
        {extendedWhy !== null && (
          <span className={styles.help}>{t('privacyRequests:extended', { why: extendedWhy })}</span>
        )}
      </>
    );
  }
  return (
    <>
      {t(`privacyRequests:${outcome}`, { date: format.date(answeredAt) })}
      {answer !== '' && (
        <span className={styles.help}>{t('privacyRequests:by', { name: answeredByName ?? '', answer })}</span>
      )}
      {leftStanding.map(({ what, reason }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was answered does not change any more
        <span key={index} className={styles.help}>
          {t('privacyRequests:mentions.left', {
            kind: t(`privacyRequests:mentions.in.${what}`),
            reason: reason ?? t('privacyRequests:mentions.fixed'),
          })}
        </span>
      ))}
      {othersTold !== null && (
        <span className={styles.help}>
          {t(`privacyRequests:others.${othersTold}`)}
          {othersNote !== '' && `: ${othersNote}`}
        </span>
      )}
      {statement !== '' && (
        <span className={styles.help}>{t('privacyRequests:rectify.statementLine', { statement })}</span>
      )}
    </>
  );
}

function Actions({ request, onOpen }: { request: PrivacyRequest; onOpen: (open: Open) => void }) {
  const t = useTexts();
  const whom = useWhom();
  return (
    <>
      {request.kind === 'access' && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('privacyAccess:openOf', { who: whom(request) })}
          onClick={() => onOpen({ what: 'access', request })}
        >
          {t('privacyAccess:open')}
        </Button>
      )}
      {request.kind === 'rectification' && request.callerId !== null && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('privacyRequests:rectify.openOf', { who: whom(request) })}
          onClick={() => onOpen({ what: 'rectify', request })}
        >
          {t('privacyRequests:rectify.open')}
        </Button>
      )}
      {request.kind === 'erasure' && (
        <Button size="xs" variant="default" onClick={() => onOpen({ what: 'erase', request })}>
          {t('privacyRequests:erase')}
        </Button>
      )}
      {request.kind !== 'access' && request.callerId !== null && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('privacyRestrictions:setOf', { name: request.callerName ?? '' })}
          onClick={() => onOpen({ what: 'restrict', request })}
        >
          {t('privacyRestrictions:set')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        aria-label={t('privacyRequests:answerOf', {
          what: t(`privacyRequests:kind.${request.kind}`),
          who: whom(request),
        })}
        onClick={() => onOpen({ what: 'answer', request })}
      >
        {t('privacyRequests:answer')}
      </Button>
      {request.extendedWhy === null && (
        <Button size="xs" variant="default" onClick={() => onOpen({ what: 'extend', request })}>
          {t('privacyRequests:extend')}
        </Button>
      )}
    </>
  );
}

/** To the log of the caller that a request is about, as long as the card is there. */
function WhoLooked({ request: { callerId, callerName } }: { request: PrivacyRequest }) {
  const t = useTexts();
  if (callerId === null || callerName === null) return null;
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={t('privacyRequests:whoLookedAt', { name: callerName })}
      onClick={() => goToLog({ id: callerId, displayName: callerName })}
    >
      {t('privacyRequests:whoLooked')}
    </Button>
  );
}
