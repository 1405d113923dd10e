import { useQuery } from '@tanstack/react-query';
import type { ToTell } from '../../../shared/contract/measures.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import { goToDecide, goToMeasure } from '../review/reviewWindow.ts';
import styles from './measures.module.css';

/** Who must still hear of what was decided, the longest waiting first. */
export function ToTellList({ chosen }: { chosen: number | null }) {
  const t = useTexts();
  const { queries } = useApi();
  const list = useQuery(queries.measures.toTell.queryOptions()).data ?? [];
  if (list.length === 0) return null;
  return (
    <nav className={styles.group} aria-label={t('measures:told.toTell')}>
      <h3 className={styles.subtitle}>{t('measures:told.toTell')}</h3>
      <small>{t('measures:told.toTellHint')}</small>
      {list.map((one) => (
        <Row
          key={`${one.callerId} ${one.measure?.id}`}
          toTell={one}
          current={!one.measure && one.callerId === chosen}
        />
      ))}
    </nav>
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
    <button
      type="button"
      className={styles.choice}
      aria-current={current ? 'true' : undefined}
      onClick={() => (measure ? goToMeasure(measure.id) : goToDecide(callerId))}
    >
      <span className={styles.choiceHead}>
        <b>{callerName}</b>
        <Tag tone="due">{t(answerBefore < now ? 'measures:told.late' : 'measures:told.before', { when })}</Tag>
      </span>
      <span>{measure ? t(`measures:step.${measure.step}`) : t('measures:told.noStep')}</span>
    </button>
  );
}
