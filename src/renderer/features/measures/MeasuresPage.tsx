import { useQuery } from '@tanstack/react-query';
import type { Measure } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Choice, ChoiceGroup, SplitPage } from '../../components/SplitPage.tsx';
import { ExportButton } from '../exports/ExportButton.tsx';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import { goToMeasure, useReviewWindow } from '../review/reviewWindow.ts';
import { MeasureDetail } from './MeasureDetail.tsx';
import { StateTag } from './StateTag.tsx';

/** So that what lapses while the page is open moves by itself. */
const ASK_AGAIN_MS = 60_000;

/** The register: this week first, then what runs, then what is over. */
export default function MeasuresPage() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const chosen = useReviewWindow((window) => window.measureId);
  const register = useQuery(queries.measures.register.queryOptions({ refetchInterval: ASK_AGAIN_MS })).data;
  const failed = useQuery(queries.measures.register.queryOptions()).isError;
  const running = register?.running ?? [];
  const past = register?.past ?? [];
  const lapsing = new Set(register?.lapsingIds);
  const toReview = new Set(register?.toReviewIds);
  const week = running.filter(({ id }) => lapsing.has(id) || toReview.has(id));
  const rest = running.filter((measure) => !week.includes(measure));
  const measureId = chosen ?? (week[0] ?? rest[0] ?? past[0])?.id ?? null;
  const due = ({ id, lastDay, reviewDay }: Measure) => {
    if (lapsing.has(id) && lastDay) return t('measures:register.lapses', { date: format.shortDate(lastDay) });
    return t('measures:register.toReview', { date: reviewDay ? format.shortDate(reviewDay) : '' });
  };
  return (
    <SplitPage
      title={t('measures:register.title')}
      intro={t('measures:register.intro')}
      list={
        <>
          <ExportButton kinds={['measures']} />
          {failed && <FieldError>{t('review:failed')}</FieldError>}
          {register && running.length === 0 && (
            <p>
              <b>{t('measures:register.none')}</b>
              <br />
              <small>{t('measures:register.noneHint')}</small>
            </p>
          )}
          <Group title={t('measures:register.thisWeek')} measures={week} chosen={measureId} due={due} />
          <Group title={t('measures:register.running')} measures={rest} chosen={measureId} />
          <Group title={t('measures:register.past')} measures={past} chosen={measureId} />
        </>
      }
    >
      {measureId !== null && <MeasureDetail key={measureId} measureId={measureId} />}
    </SplitPage>
  );
}

interface GroupProps {
  title: string;
  measures: readonly Measure[];
  chosen: number | null;
  /** What is due of a measure, for those of this week. */
  due?: (measure: Measure) => string;
}

function Group({ title, measures, chosen, due }: GroupProps) {
  const t = useTexts();
  const format = useFormat();
  if (measures.length === 0) return null;
  const period = ({ lastDay, decidedAt }: Measure) =>
    lastDay === null ? format.date(decidedAt) : t('measures:register.until', { date: format.shortDate(lastDay) });
  return (
    <ChoiceGroup label={title} titled>
      {measures.map((measure) => (
        <Choice
          key={measure.id}
          title={measure.callerName}
          tags={
            <>
              <RestrictedCallerTag callerId={measure.callerId} />
              <StateTag measure={measure} />
            </>
          }
          current={measure.id === chosen}
          onChoose={() => goToMeasure(measure.id)}
        >
          <span>
            {t(`measures:step.${measure.step}`)}, {period(measure)}
          </span>
          {due && <small>{due(measure)}</small>}
          {measure.answer && !measure.answer.told && <small>{t('measures:told.open')}</small>}
          {measure.openObjections > 0 && (
            <small>{t('measures:register.objection', { count: measure.openObjections })}</small>
          )}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
