import { IconAlertTriangle } from '@tabler/icons-react';
import type { HistoryItem } from '../../../shared/contract/callers.ts';
import { openSheet } from '../../app/deskStore.ts';
import { dotted, useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { isReason } from '../contacts/choices.ts';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import styles from './CallerHistory.module.css';

export function CallerHistory({ callerId, history }: { callerId: number; history: HistoryItem[] }) {
  const t = useTexts();
  return (
    <section>
      <SectionTitle
        aside={
          history.some(({ kind }) => kind === 'incident') && (
            <button type="button" className={styles.open} onClick={() => openSheet({ kind: 'repeats', callerId })}>
              {t('incidents:repeats.open')}
            </button>
          )
        }
      >
        {t('callers:history')}
      </SectionTitle>
      {history.length === 0 ? (
        <small>{t('callers:noHistory')}</small>
      ) : (
        <ul className={styles.list}>
          {history.map((item) => (
            <Item key={`${item.kind}-${item.id}`} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Item({ item }: { item: HistoryItem }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useIncidentWords();
  const what =
    item.kind === 'incident'
      ? [
          words.behaviours(item.behaviours),
          item.severity && words.severity(item.severity),
          words.outcomes(item.outcomes),
        ]
      : [
          t(`contacts:channel.${item.channel}`),
          item.reason && isReason(item.reason) && t(`contacts:reason.${item.reason}`),
        ];
  return (
    <li className={styles.item} data-kind={item.kind}>
      <span className={styles.head}>
        {item.kind === 'incident' && <IconAlertTriangle size="1em" aria-hidden="true" />}
        {dotted([
          format.ago(item.at, now),
          item.workerName,
          ...what.filter((word) => word).map((word) => String(word).toLocaleLowerCase()),
        ])}
      </span>
      {item.text.trim() && <span className={styles.text}>{item.text}</span>}
    </li>
  );
}
