import { mergeField } from '../../../shared/contract/callers.ts';
import { factField } from '../../../shared/contract/incidents.ts';
import type { Rectification } from '../../../shared/contract/privacyRectification.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { useCardWords } from '../callers/useCardWords.ts';
import styles from './privacy.module.css';

/** Which fields were put right, when and by whom; never what stood in them. */
export function Rectifications({ changes }: { changes: readonly Rectification[] }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const card = useCardWords();
  const fieldName = (field: Rectification['fields'][number]): string => {
    const ofCard = mergeField.safeParse(field);
    if (ofCard.success) return card.title(ofCard.data);
    const ofIncident = factField.safeParse(field);
    return ofIncident.success ? t(`incidents:fact.${ofIncident.data}`) : t('privacyRequests:rectify.note');
  };
  return (
    <ul className={styles.points}>
      {changes.map(({ id, record, happenedAt, fields, at, byName }) => (
        <li key={id}>
          {t(`privacyRequests:rectify.record.${record}`, { when: happenedAt === null ? '' : format.date(happenedAt) })}:{' '}
          {format.names(fields.map((field) => fieldName(field).toLocaleLowerCase()))}. {byName},{' '}
          {format.moment(at, now)}
        </li>
      ))}
    </ul>
  );
}
