import { useQuery } from '@tanstack/react-query';
import type { AftercareOfWorker } from '../../../shared/contract/aftercare.ts';
import { useApi } from '../../app/api.ts';
import { useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import measures from '../measures/measures.module.css';
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
    <div className={measures.split}>
      <div className={measures.side}>
        <h2>{t('aftercare:title')}</h2>
        <small>{t('aftercare:intro')}</small>
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
        <button
          type="button"
          className={measures.choice}
          aria-current={chosen === 'absences' ? 'true' : undefined}
          onClick={() => goToAftercare('absences')}
        >
          <b>{t('aftercare:absence.title')}</b>
        </button>
      </div>
      <section className={measures.detail} aria-label={t('aftercare:title')}>
        {chosen === 'absences' && <TeamAbsences />}
        {shown && <AftercareDetail key={shown.id} aftercare={shown} />}
        {chosen !== 'absences' && !shown && <p className={measures.empty}>{t('aftercare:noneHint')}</p>}
      </section>
    </div>
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
    <nav className={measures.group} aria-label={title}>
      <h3 className={measures.subtitle}>{title}</h3>
      {items.map((aftercare) => (
        <button
          key={aftercare.id}
          type="button"
          className={measures.choice}
          aria-current={aftercare.id === shownId ? 'true' : undefined}
          onClick={() => goToAftercare(aftercare.id)}
        >
          <span className={measures.choiceHead}>
            <b>{aftercare.workerName}</b>
            {aftercare.requested && <Tag tone="accent">{t('aftercare:requested')}</Tag>}
            {aftercare.closed?.withdrawn && <Tag>{t('aftercare:withdrawn.tag')}</Tag>}
          </span>
          {aftercare.next && (
            <>
              <span>{words.step(aftercare.next.step)}</span>
              <small>{words.when(aftercare.next, now)}</small>
            </>
          )}
        </button>
      ))}
    </nav>
  );
}
