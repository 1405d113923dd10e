import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useIncidentWords } from '../incidents/useIncidentWords.ts';
import styles from './ReviewNote.module.css';

interface Props {
  incidentId: number;
  failed: boolean;
  onChoose: (ofIncidentId: number) => void;
  onClose: () => void;
}

/** Which incident of about that time this one is the second record of: a digit chooses. */
export function DuplicateDialog({ incidentId, failed, onChoose, onClose }: Props) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const words = useIncidentWords();
  const { queries } = useApi();
  const originals = useQuery(
    queries.review.possibleOriginals.queryOptions({ input: { incidentId }, refetchOnMount: 'always' }),
  ).data;
  useShortcuts(
    'menu',
    Object.fromEntries((originals ?? []).map(({ id }, index) => [String(index + 1), () => onChoose(id)])),
  );
  return (
    <Dialog title={t('review:duplicate.title')} onClose={onClose}>
      <p>{t('review:duplicate.help')}</p>
      {originals?.length === 0 && <p>{t('review:duplicate.none')}</p>}
      <div className={styles.originals}>
        {originals?.map((original, index) => (
          <button
            key={original.id}
            type="button"
            className={styles.original}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onChoose(original.id)}
          >
            <span aria-hidden="true">
              <Kbd>{index + 1}</Kbd>
            </span>
            <span>
              <b>{original.callerName ?? t('review:table.unknownCaller')}</b> ·{' '}
              {format.moment(original.occurredAt, now)} · {original.workerName}
              <br />
              <small>
                {words.behaviours(original.behaviours)} · {words.severity(original.severity)}
              </small>
            </span>
          </button>
        ))}
      </div>
      {failed && <FieldError>{t('review:duplicate.failed')}</FieldError>}
    </Dialog>
  );
}
