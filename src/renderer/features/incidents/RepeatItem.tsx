import { IconArrowForwardUp } from '@tabler/icons-react';
import type { Repeat } from '../../../shared/contract/incidents.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import styles from './Repeats.module.css';
import { useIncidentWords } from './useIncidentWords.ts';
import { useNthInYear } from './useNthInYear.ts';
import { useStepWords } from './useStepWords.ts';

/** One incident on the line, with what followed. */
export function RepeatItem({ incident }: { incident: Repeat }) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  const nthInYear = useNthInYear();
  const { occurredAt, behaviours, severity, outcomes, countInYear, workerName, colleagueNames } = incident;
  const what = dotted([words.behaviours(behaviours), words.outcomes(outcomes)]);
  return (
    <li className={styles.item} data-severity={severity}>
      <div className={styles.head}>
        <b>
          {format.date(occurredAt)} {format.time(occurredAt)}
        </b>
        <Tag tone={severity === 'verySerious' ? 'stop' : severity === 'serious' ? 'due' : 'plain'}>
          {words.severity(severity)}
        </Tag>
        <small>{countInYear === null ? t('incidents:repeats.notCounted') : nthInYear(countInYear)}</small>
      </div>
      <p>{what}</p>
      {incident.words && <q className={styles.words}>{incident.words}</q>}
      {incident.account && <p className={styles.account}>{incident.account}</p>}
      <small>{t('incidents:repeats.by', { name: format.names([workerName, ...colleagueNames]) })}</small>
      <Followed incident={incident} />
    </li>
  );
}

function Followed({ incident: { steps, left, reviewedAt } }: { incident: Repeat }) {
  const t = useTexts();
  const format = useFormat();
  const stepWords = useStepWords();
  const leftAs = left && t('incidents:repeats.left', { name: left.byName, date: format.date(left.at) });
  const lines = [
    ...steps.map((step) => ({ key: `step-${step.id}`, text: stepWords.decided(step) })),
    ...(left ? [{ key: 'left', text: left.reason ? `${leftAs}: ${left.reason}` : `${leftAs}` }] : []),
  ];
  if (lines.length === 0) {
    const none = reviewedAt === null ? 'incidents:repeats.undecided' : 'incidents:repeats.discussed';
    lines.push({ key: 'none', text: t(none) });
  }
  return (
    <ul className={styles.followed}>
      {lines.map(({ key, text }) => (
        <li key={key}>
          <IconArrowForwardUp size="1em" aria-hidden="true" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
