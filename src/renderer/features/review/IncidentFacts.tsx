import type { ReviewedIncident } from '../../../shared/contract/review.ts';
import { dotted, type Format, useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import { withCapital } from './dates.ts';
import styles from './IncidentFacts.module.css';

/** What happened, in the reporter's words first. */
export function IncidentFacts({ incident }: { incident: ReviewedIncident }) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const { completion } = incident;
  const facts = [
    { label: t('review:incident.cause'), text: completion.cause && t(`incidents:cause.${completion.cause}`) },
    {
      label: t('review:incident.kind'),
      text: completion.aggressionKind && t(`incidents:aggressionKind.${completion.aggressionKind}`),
    },
    { label: t('review:incident.colleagues'), text: format.names(incident.colleagueNames) },
    {
      label: t('review:incident.witnesses'),
      text: format.names([...incident.witnessNames, completion.witnesses].filter((name) => name !== '')),
    },
  ].filter(({ text }) => text);

  return (
    <>
      <p className={styles.summary}>
        {dotted([
          withCapital(words.behaviours(incident.behaviours)),
          words.severity(incident.severity),
          words.outcomes(incident.outcomes),
        ])}
      </p>
      <Told incident={incident} />
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <Reported incident={incident} />
      <Question incident={incident} />
    </>
  );
}

function Told({ incident }: { incident: ReviewedIncident }) {
  const t = useTexts();
  if (incident.isRestricted) return <p className={styles.quiet}>{t('callers:restriction.unsaid')}</p>;
  const { words, account } = incident.completion;
  if (words === '' && account === '') {
    const text = incident.completedAt === null ? 'nothingTyped' : 'nothingTypedPast';
    return <p className={styles.quiet}>{t(`review:incident.${text}`, { name: incident.workerName })}</p>;
  }
  return (
    <>
      {words !== '' && <blockquote className={styles.words}>“{words}”</blockquote>}
      {account !== '' && <p className={styles.account}>{account}</p>}
    </>
  );
}

function Reported({ incident }: { incident: ReviewedIncident }) {
  const t = useTexts();
  const format = useFormat();
  const { workerName: name, occurredAt, completedAt } = incident;
  const time = format.time(occurredAt);
  return (
    <small>
      {completedAt === null
        ? t('review:incident.reported', { name, time })
        : t('review:incident.reportedCompleted', {
            name,
            time,
            completed: timeOrDate(completedAt, occurredAt, format),
          })}
    </small>
  );
}

/** Only the time on the same day, else the day as well. */
const timeOrDate = (at: number, of: number, format: Format): string =>
  format.dayOf(at) === format.dayOf(of) ? format.time(at) : `${format.date(at)} ${format.time(at)}`;

function Question({ incident: { question, status, completedAt } }: { incident: ReviewedIncident }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  if (!question) return null;
  const isAnswered = status !== 'needsCompleting' && completedAt !== null && completedAt >= question.at;
  return (
    <div className={styles.question}>
      <small>{t('review:note.question', { name: question.byName, when: format.moment(question.at, now) })}</small>
      <p>{question.text}</p>
      <small>
        {isAnswered ? t('review:note.answered', { when: format.moment(completedAt, now) }) : t('review:note.waiting')}
      </small>
    </div>
  );
}
