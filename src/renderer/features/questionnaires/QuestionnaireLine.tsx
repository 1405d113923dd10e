import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import styles from '../contacts/Today.module.css';

/** One quiet line for as long as there is something to answer. */
export function QuestionnaireLine() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const toAnswer = useQuery(queries.questionnaires.mine.queryOptions({ refetchOnMount: 'always' })).data?.toAnswer;
  if (!toAnswer) return null;
  return (
    <small className={styles.quiet}>
      {t('questionnaires:own.line', { date: format.shortDate(toAnswer.lastDay) })}
      <button type="button" className={styles.open} onClick={() => openSheet({ kind: 'questionnaire' })}>
        {t('questionnaires:own.fill')}
      </button>
    </small>
  );
}
