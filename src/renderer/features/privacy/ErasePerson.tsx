import { Button } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Mention } from '../../../shared/contract/privacyMentions.ts';
import type { ErasurePlan, PrivacyRequest } from '../../../shared/contract/privacyRequests.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { BackupProgress } from '../backup/BackupProgress.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { choicesOf, Mentions, type TypedChoices, typedChoices } from './Mentions.tsx';
import { MentionsProgress } from './MentionsProgress.tsx';
import styles from './privacy.module.css';
import { ReasonFields } from './ReasonFields.tsx';

interface Props {
  request: PrivacyRequest;
  onClose: () => void;
}

interface Erased {
  partly: boolean;
  mentions: number;
  left: number;
}

/** What would go of a caller and what stands in the way; then erasing it, and the backups that still hold it. */
export function ErasePerson({ request, onClose }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const input = { requestId: request.id };
  const [erased, setErased] = useState<Erased | null>(null);
  // Looking through every text takes long: not once more for a request that is done.
  const enabled = erased === null;
  const plan = useQuery(queries.privacy.erasurePlan.queryOptions({ input, gcTime: 0, staleTime: 0, enabled }));
  const mentions = useQuery(queries.privacy.mentions.queryOptions({ input, gcTime: 0, staleTime: Infinity, enabled }));
  const isStopped = isDefinedError(mentions.error) && mentions.error.code === 'CANCELLED';

  return (
    <Dialog title={t('privacyRequests:person.title', { name: request.callerName ?? '' })} onClose={onClose}>
      {erased ? (
        <AfterErasing erased={erased} onClose={onClose} />
      ) : (
        <div className={styles.form}>
          {plan.isPending && <p>{t('common:loading')}</p>}
          {(plan.isError || (mentions.isError && !isStopped)) && <FieldError>{t('review:failed')}</FieldError>}
          {plan.data && <Plan plan={plan.data} />}
          {plan.data && !mentions.data && mentions.isFetching && <MentionsProgress during="look" />}
          {isStopped && !mentions.isFetching && <LookStopped onAgain={() => mentions.refetch()} />}
          {plan.data && mentions.data && (
            <Unfinished
              form={`eraseMentions ${request.id}`}
              schema={typedChoices}
              empty={{}}
              {...(request.callerId === null ? {} : { callerId: request.callerId })}
            >
              {(typing) => (
                <Confirm
                  request={request}
                  isPartly={plan.data.needed.length > 0}
                  found={mentions.data}
                  typing={typing}
                  onClose={onClose}
                  onErased={setErased}
                />
              )}
            </Unfinished>
          )}
        </div>
      )}
    </Dialog>
  );
}

function LookStopped({ onAgain }: { onAgain: () => void }) {
  const t = useTexts();
  return (
    <>
      <p role="status">{t('privacyRequests:mentions.stopped')}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onAgain}>
          {t('privacyRequests:mentions.again')}
        </Button>
      </div>
    </>
  );
}

interface ConfirmProps extends Props {
  isPartly: boolean;
  found: { mentions: Mention[]; more: number };
  typing: Typing<TypedChoices>;
  onErased: (erased: Erased) => void;
}

/** What is done with the name elsewhere, what the caller is answered, and the button that erases. */
function Confirm({ request, isPartly, found, typing, onClose, onErased }: ConfirmProps) {
  const t = useTexts();
  const { client } = useApi();
  const [typed, setTyped] = useState(typing.start);
  const [isMissing, setIsMissing] = useState(false);
  const [isErasing, setIsErasing] = useState(false);
  const name = request.callerName ?? '';

  async function erase(answer: string): Promise<string | null> {
    // What was typed for a text that is no longer there counts no more.
    const there = Object.entries(typed).filter(([place]) => found.mentions.some((one) => one.place === place));
    const choices = choicesOf(Object.fromEntries(there));
    setIsMissing(choices === null);
    if (choices === null) return t('privacyRequests:mentions.whyMissing');
    setIsErasing(true);
    const result = await safe(client.privacy.erasePerson({ requestId: request.id, answer, partly: isPartly, choices }));
    setIsErasing(false);
    if (!result.error) {
      onErased(result.data);
      return null;
    }
    const code = result.error instanceof Error && 'code' in result.error ? result.error.code : null;
    if (code === 'CANCELLED') return t('privacyRequests:person.stopped');
    if (code === 'MUST_STAY') return t('privacyRequests:person.mustStay');
    return code === 'BUSY' ? t('privacyRequests:person.isBusy') : t('privacyRequests:failed');
  }

  return (
    <>
      <Mentions
        {...found}
        typed={typed}
        isMissing={isMissing}
        onType={(choices) => {
          setTyped(choices);
          typing.keep(choices);
        }}
      />
      <ReasonFields
        form={`erasePerson ${request.id}`}
        callerId={request.callerId}
        label={t(isPartly ? 'privacyRequests:person.restAnswer' : 'privacyRequests:person.answerLabel')}
        submit={t(isPartly ? 'privacyRequests:person.rest' : 'privacyRequests:person.confirm', { name })}
        danger
        beside={typing}
        onClose={onClose}
        onSubmit={erase}
      />
      {isErasing && <MentionsProgress during="erase" />}
      {isPartly && <small>{t('privacyRequests:person.restHint')}</small>}
    </>
  );
}

function Plan({ plan: { parts, needed, stays, backups } }: { plan: ErasurePlan }) {
  const t = useTexts();
  const format = useFormat();
  const oldest = backups.at(-1);
  return (
    <div className={styles.form}>
      {needed.length > 0 && (
        <Notice tone="due" title={t('privacyRequests:person.needed')}>
          <span>{t('privacyRequests:person.neededText')}</span>
          <ul className={styles.points}>
            {needed.map(({ reason, until }) => {
              const what = t(`privacyRequests:person.reason.${reason}`);
              return (
                <li key={`${reason} ${until}`}>
                  {until === null ? what : t('privacyRequests:person.until', { what, date: format.shortDate(until) })}
                </li>
              );
            })}
          </ul>
          <span>{t('privacyRequests:person.stays')}</span>
          <Counts parts={stays} />
          <span>{t('privacyRequests:person.staysTerm')}</span>
        </Notice>
      )}
      <div>
        <p>{t('privacyRequests:person.intro')}</p>
        <ul className={styles.points}>
          <li>{t(needed.length === 0 ? 'privacyRequests:person.card' : 'privacyRequests:person.cardRest')}</li>
        </ul>
        <Counts parts={parts} />
      </div>
      <small>{t('privacyRequests:person.counts')}</small>
      {oldest && (
        <small>
          {t('privacyRequests:person.backups', { count: backups.length, date: format.date(oldest.madeAt) })}
        </small>
      )}
    </div>
  );
}

/** How many there are of each, without those there are none of. */
function Counts({ parts }: { parts: ErasurePlan['parts'] | ErasurePlan['stays'] }) {
  const t = useTexts();
  return (
    <ul className={styles.points}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ what, count }) => (
          <li key={what}>
            {t('privacyRequests:person.partLine', { count, what: t(`privacyRequests:person.part.${what}`) })}
          </li>
        ))}
    </ul>
  );
}

function AfterErasing({ erased, onClose }: { erased: Erased; onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const renew = useMutation(queries.privacy.renewBackups.mutationOptions());
  const isStopped = isDefinedError(renew.error) && renew.error.code === 'STOPPED';
  const { partly, mentions, left } = erased;
  return (
    <div className={styles.form}>
      <p role="status" className={styles.done}>
        {t(partly ? 'privacyRequests:person.restDone' : 'privacyRequests:person.done')}
      </p>
      {mentions > 0 && <small>{t('privacyRequests:person.doneMentions', { count: mentions })}</small>}
      {left > 0 && <small>{t('privacyRequests:person.left', { count: left })}</small>}
      {renew.isSuccess ? (
        <p role="status">{t('privacyRequests:person.renewed', { count: renew.data.removed })}</p>
      ) : (
        <Notice
          tone="due"
          title={t('privacyRequests:person.copies')}
          actions={
            <Button
              classNames={{ root: styles.longButton, label: styles.longLabel }}
              variant="outline"
              color="red"
              loading={renew.isPending}
              onClick={() => renew.mutate(undefined)}
            >
              {t('privacyRequests:person.renew')}
            </Button>
          }
        >
          {t('privacyRequests:person.renewConfirm')}
        </Notice>
      )}
      {renew.isPending && (
        <>
          <p role="status">{t('backup:making')}</p>
          <BackupProgress label={t('backup:making')} />
        </>
      )}
      {isStopped && <p role="status">{t('backup:stopped')}</p>}
      {renew.isError && !isStopped && <FieldError>{t('backup:failed')}</FieldError>}
      <div className={styles.buttons}>
        <Button autoFocus onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
    </div>
  );
}
