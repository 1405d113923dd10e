import {
  type ClosedQuestionnaire,
  type Counts,
  type Question,
  questionNames,
  questions,
} from '../../../shared/contract/questionnaires.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import styles from './questionnaires.module.css';

interface Group {
  name: string;
  size: number;
  counts: Counts;
}

/** What a closed questionnaire says, a table for each question with the figures and a bar behind each. */
export function Result({ questionnaire: { openedOn, lastDay, result } }: { questionnaire: ClosedQuestionnaire }) {
  const t = useTexts();
  const format = useFormat();
  const { asked, answered, everybody, groups } = result;
  const period = { from: format.shortDate(openedOn), until: format.shortDate(lastDay) };
  const told = groups.reduce((sum, { size }) => sum + size, 0);
  const columns: Group[] = everybody
    ? [
        { name: t('questionnaires:everybody'), size: answered, counts: everybody },
        ...groups.map((group) => ({ ...group, name: group.name || t('questionnaires:noFunction') })),
      ]
    : [];
  return (
    <Section
      title={t('questionnaires:resultTitle', period)}
      explain={t('questionnaires:resultExplain', { answered, asked })}
    >
      {everybody === null && <p>{t('questionnaires:tooFewAnswered')}</p>}
      {everybody !== null && (
        <>
          <p className={styles.period}>{t('questionnaires:period')}</p>
          {questionNames.map((question) => (
            <QuestionTable key={question} question={question} groups={columns} />
          ))}
          {told < answered && <small>{t('questionnaires:keptBack')}</small>}
        </>
      )}
    </Section>
  );
}

function QuestionTable({ question, groups }: { question: Question; groups: Group[] }) {
  const t = useTexts();
  return (
    <table className={styles.table}>
      <caption>{t(`questionnaires:questions.${question}`)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('questionnaires:answer')}</span>
          </th>
          {groups.map(({ name, size }) => (
            <th key={name} scope="col">
              {name} ({size})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {questions[question].map((choice, index) => (
          <tr key={choice}>
            <th scope="row">{t(`questionnaires:choices.${choice}`)}</th>
            {groups.map(({ name, size, counts }) => (
              <Count key={name} count={counts[question][index] ?? 0} size={size} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ count, size }: { count: number; size: number }) {
  return (
    <td>
      <span className={styles.count}>
        <span className={styles.number}>{count}</span>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.bar} style={{ width: `${(count / size) * 100}%` }} />
        </span>
      </span>
    </td>
  );
}
