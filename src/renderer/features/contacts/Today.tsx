import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { dotted } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { QuestionnaireLine } from '../questionnaires/QuestionnaireLine.tsx';
import { DutyLine } from '../rotation/DutyLine.tsx';
import styles from './Today.module.css';

/** The worker's own day in one line; on a day without anything yet, how to begin. */
export function Today() {
  const t = useTexts();
  const { queries } = useApi();
  const { data: today } = useQuery(queries.contacts.today.queryOptions({ refetchOnMount: 'always' }));
  if (!today) return null;
  const nothingYet = today.contacts + today.incidents === 0;
  const parts = [
    t('contacts:todayContacts', { count: today.contacts }),
    today.incidents > 0 && t('contacts:todayIncidents', { count: today.incidents }),
    today.toComplete > 0 && t('contacts:todayToComplete', { count: today.toComplete }),
  ];
  return (
    <section>
      <SectionTitle
        aside={
          <span>
            <button
              type="button"
              className={styles.open}
              aria-keyshortcuts="Alt+Z"
              onClick={() => openSheet({ kind: 'aftercare' })}
            >
              {t('aftercare:own.open')}
            </button>
            {today.incidents > 0 && (
              <button type="button" className={styles.open} onClick={() => openSheet({ kind: 'ownIncidents' })}>
                {t('incidents:own.open')}
              </button>
            )}
            {!nothingYet && (
              <button type="button" className={styles.open} onClick={() => openSheet({ kind: 'ownDay' })}>
                {t('contacts:ownDay.open')}
              </button>
            )}
          </span>
        }
      >
        {t('contacts:today')}
      </SectionTitle>
      <small>{nothingYet ? `${t('contacts:nothingYet')} ${t('contacts:howToStart')}` : dotted(parts)}</small>
      <DutyLine />
      <QuestionnaireLine />
    </section>
  );
}
