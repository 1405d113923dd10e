import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { RestrictedTag } from '../callers/Restricted.tsx';
import styles from './OwnIncidents.module.css';
import { useIncidentWords } from './useIncidentWords.ts';

/** Everything this worker reported, newest first. */
export default function OwnIncidentsSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useIncidentWords();
  const { queries } = useApi();
  const { data: incidents } = useQuery(queries.incidents.own.queryOptions({ refetchOnMount: 'always' }));
  return (
    <Sheet title={t('incidents:own.title')} closeLabel={t('desk:escBack')} onClose={onClose}>
      {incidents?.length === 0 && (
        <p>
          {t('incidents:own.none')}
          <br />
          <small>{t('incidents:own.noneHint')}</small>
        </p>
      )}
      <ul className={styles.list} aria-label={t('incidents:own.title')}>
        {incidents?.map((incident) => (
          <li key={incident.id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => openSheet({ kind: 'ownIncident', incidentId: incident.id })}
            >
              <span className={styles.head}>
                <b>{incident.callerName ?? t('desk:unknownCaller')}</b>
                {incident.isRestricted && <RestrictedTag />}
                {incident.completedAt === null && incident.reportedByYou && !incident.isRestricted ? (
                  <Tag tone="due">{t('incidents:own.toComplete')}</Tag>
                ) : (
                  incident.status !== 'new' && (
                    <Tag tone={incident.status === 'duplicate' ? 'plain' : 'calm'}>
                      {t(`incidents:own.status.${incident.status}`)}
                    </Tag>
                  )
                )}
              </span>
              <small>
                {format.moment(incident.occurredAt, now)} · {words.behaviours(incident.behaviours)} ·{' '}
                {words.severity(incident.severity)}
                {!incident.reportedByYou && ` · ${t('incidents:own.reportedBy', { name: incident.workerName })}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
