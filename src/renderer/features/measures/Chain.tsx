import type { LinkedIncident } from '../../../shared/contract/measures.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { ChangesButton } from '../incidents/ChangesButton.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import styles from './measures.module.css';

interface Props {
  title: string;
  incidents: readonly LinkedIncident[];
  /** What to say without any. */
  none: string;
}

/** The chain of incidents that something stands on, newest first. */
export function Chain({ title, incidents, none }: Props) {
  return (
    <section>
      <h4 className={styles.subtitle}>{title}</h4>
      {incidents.length === 0 ? (
        <small>{none}</small>
      ) : (
        <ul className={styles.chain}>
          {incidents.map((incident) => (
            <Link key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Link({ incident }: { incident: LinkedIncident }) {
  const t = useTexts();
  const format = useFormat();
  const words = useIncidentWords();
  return (
    <li>
      <b>
        {format.date(incident.occurredAt)} {format.time(incident.occurredAt)}
      </b>{' '}
      {words.behaviours(incident.behaviours)}
      <small>
        {' · '}
        {words.severity(incident.severity)} · {t('review:incident.reported', reportedBy(incident, format.time))}
      </small>
      {incident.words && <q>{incident.words}</q>}
      {incident.account && <p>{incident.account}</p>}
      {incident.correctedAt !== null && (
        <Notice
          tone="plain"
          actions={<ChangesButton incidentId={incident.id}>{t('incidents:changes.title')}</ChangesButton>}
        >
          <span>{t('incidents:changes.since', { date: format.date(incident.correctedAt) })}</span>
          {incident.ofOtherCaller && <b>{t('incidents:changes.ofOther')}</b>}
        </Notice>
      )}
    </li>
  );
}

const reportedBy = ({ workerName, occurredAt }: LinkedIncident, time: (at: number) => string) => ({
  name: workerName,
  time: time(occurredAt),
});
