import { useQuery } from '@tanstack/react-query';
import type { ToDecide } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Choice, ChoiceGroup, SplitPage } from '../../components/SplitPage.tsx';
import { Tag } from '../../components/Tag.tsx';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import { goToDecide, useReviewWindow } from '../review/reviewWindow.ts';
import { DecideAbout } from './DecideAbout.tsx';
import styles from './measures.module.css';
import { ToTellList } from './ToTellList.tsx';
import { useProposalWords } from './useProposalWords.ts';

/** Callers whose incidents call for a step, and the one that is decided about. */
export default function DecidePage() {
  const t = useTexts();
  const { queries } = useApi();
  const chosen = useReviewWindow((window) => window.decideCallerId);
  const list = useQuery(queries.measures.toDecide.queryOptions());
  const days = useQuery(queries.settings.get.queryOptions()).data?.houseRules.measures.decideWithinDays;
  const callerId = chosen ?? list.data?.[0]?.callerId ?? null;
  return (
    <SplitPage
      title={t('measures:decide.title')}
      intro={days === undefined ? undefined : t('measures:decide.intro', { days })}
      list={
        <>
          {list.isError && <FieldError>{t('review:failed')}</FieldError>}
          {list.data?.length === 0 && (
            <p>
              <b>{t('measures:decide.empty')}</b>
              <br />
              <small>{t('measures:decide.emptyHint')}</small>
            </p>
          )}
          <ChoiceGroup label={t('measures:decide.list')}>
            {list.data?.map((about) => (
              <Caller key={about.callerId} about={about} current={about.callerId === callerId} />
            ))}
          </ChoiceGroup>
          <ToTellList chosen={callerId} />
        </>
      }
    >
      {callerId === null ? (
        <p className={styles.empty}>{t('measures:decide.choose')}</p>
      ) : (
        <DecideAbout key={callerId} callerId={callerId} />
      )}
    </SplitPage>
  );
}

function Caller({ about, current }: { about: ToDecide; current: boolean }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useProposalWords();
  const newest = about.incidents[0];
  return (
    <Choice
      title={about.callerName}
      tags={
        <>
          <RestrictedCallerTag callerId={about.callerId} />
          {about.answerBefore !== null && about.answerBefore >= now && (
            <Tag tone="due">{format.until(about.answerBefore, now)}</Tag>
          )}
        </>
      }
      current={current}
      onChoose={() => goToDecide(about.callerId)}
    >
      {about.proposal && <span>{words.short(about.proposal)}</span>}
      <small>
        {t('measures:decide.incidents', { count: about.openIncidentIds.length })}
        {newest && ` · ${format.ago(newest.occurredAt, now)}`}
      </small>
    </Choice>
  );
}
