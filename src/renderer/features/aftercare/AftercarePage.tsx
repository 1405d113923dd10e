import { useQuery } from '@tanstack/react-query';
import type { AftercareOfWorker } from '../../../shared/contract/aftercare.ts';
import { useApi } from '../../app/api.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Choice, ChoiceGroup, SplitPage } from '../../components/SplitPage.tsx';
import { Tag } from '../../components/Tag.tsx';
import { goToAftercare, useReviewWindow } from '../review/reviewWindow.ts';
import { AftercareDetail } from './AftercareDetail.tsx';
import { TeamAbsences } from './TeamAbsences.tsx';
import { useAftercareWords } from './useAftercareWords.ts';

/** So that what becomes late while the page is open moves by itself. */
const ASK_AGAIN_MS = 60_000;

/** Who deserves a talk: what is late first, then what is due, then what comes. */
export default function AftercarePage() {
  const t = useTexts();
  const { queries } = useApi();
  const chosen = useReviewWindow((window) => window.aftercare);
  const list = useQuery(queries.aftercare.list.queryOptions({ refetchInterval: ASK_AGAIN_MS }));
  const { running = [], ended = [] } = list.data ?? {};
  const of = (state: string) => running.filter(({ next }) => (next?.state ?? 'later') === state);
  const shown = chosen === 'absences' ? null : ([...running, ...ended].find(({ id }) => id === chosen) ?? running[0]);
  return (
    <SplitPage
      title={t('aftercare:title')}
      intro={t('aftercare:intro')}
      list={
        <>
          {list.isError && <FieldError>{t('review:failed')}</FieldError>}
          {list.isSuccess && running.length === 0 && (
            <p>
              <b>{t('aftercare:none')}</b>
              <br />
              <small>{t('aftercare:noneHint')}</small>
            </p>
          )}
          <Group title={t('aftercare:late')} items={of('late')} shownId={shown?.id} />
          <Group title={t('aftercare:due')} items={of('due')} shownId={shown?.id} />
          <Group title={t('aftercare:later')} items={of('later')} shownId={shown?.id} />
          <Group title={t('aftercare:ended')} items={ended} shownId={shown?.id} />
          <Choice
            title={t('aftercare:absence.title')}
            current={chosen === 'absences'}
            onChoose={() => goToAftercare('absences')}
          />
        </>
      }
    >
      {chosen === 'absences' && <TeamAbsences />}
      {shown && <AftercareDetail key={shown.id} aftercare={shown} />}
      {chosen !== 'absences' && !shown && <small>{t('aftercare:noneHint')}</small>}
    </SplitPage>
  );
}

interface GroupProps {
  title: string;
  items: readonly AftercareOfWorker[];
  shownId: number | undefined;
}

function Group({ title, items, shownId }: GroupProps) {
  const t = useTexts();
  const now = useNow();
  const words = useAftercareWords();
  if (items.length === 0) return null;
  return (
    <ChoiceGroup label={title} titled>
      {items.map((aftercare) => (
        <Choice
          key={aftercare.id}
          title={aftercare.workerName}
          tags={
            <>
              {aftercare.requested && <Tag tone="accent">{t('aftercare:requested')}</Tag>}
              {aftercare.closed?.withdrawn && <Tag>{t('aftercare:withdrawn.tag')}</Tag>}
            </>
          }
          current={aftercare.id === shownId}
          onChoose={() => goToAftercare(aftercare.id)}
        >
          {aftercare.next && (
            <>
              <span>{words.step(aftercare.next.step)}</span>
              <small>{words.when(aftercare.next, now)}</small>
            </>
          )}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
