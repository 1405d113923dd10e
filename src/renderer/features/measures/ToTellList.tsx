import { useQuery } from '@tanstack/react-query';
import type { ToTell } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Choice, ChoiceGroup } from '../../components/SplitPage.tsx';
import { Tag } from '../../components/Tag.tsx';
import { RestrictedCallerTag } from '../privacy/RestrictedCaller.tsx';
import { goToDecide, goToMeasure } from '../review/reviewWindow.ts';

/** Who must still hear of what was decided, the longest waiting first. */
export function ToTellList({ chosen }: { chosen: number | null }) {
  const t = useTexts();
  const { queries } = useApi();
  const list = useQuery(queries.measures.toTell.queryOptions()).data ?? [];
  if (list.length === 0) return null;
  return (
    <ChoiceGroup label={t('measures:told.toTell')} titled>
      <small>{t('measures:told.toTellHint')}</small>
      {list.map((one) => (
        <Row
          key={`${one.callerId} ${one.measure?.id}`}
          toTell={one}
          current={!one.measure && one.callerId === chosen}
        />
      ))}
    </ChoiceGroup>
  );
}

function Row({
  toTell: { callerId, callerName, measure, answerBefore },
  current,
}: {
  toTell: ToTell;
  current: boolean;
}) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const when = `${format.date(answerBefore)} ${format.time(answerBefore)}`;
  return (
    <Choice
      title={callerName}
      tags={
        <>
          <RestrictedCallerTag callerId={callerId} />
          <Tag tone="due">{t(answerBefore < now ? 'measures:told.late' : 'measures:told.before', { when })}</Tag>
        </>
      }
      current={current}
      onChoose={() => (measure ? goToMeasure(measure.id) : goToDecide(callerId))}
    >
      <span>{measure ? t(`measures:step.${measure.step}`) : t('measures:told.noStep')}</span>
    </Choice>
  );
}
