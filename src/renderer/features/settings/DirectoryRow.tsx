import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { DirectoryEntry } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from './DirectoryPage.module.css';

interface Props {
  entry: DirectoryEntry;
  onEdit: () => void;
  onRemove: () => void;
  onChecked: (name: string) => void;
}

export function DirectoryRow({ entry, onEdit, onRemove, onChecked }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const { id, name, check, removable } = entry;
  const mark = useMutation(
    queries.distress.markDirectoryEntryChecked.mutationOptions({ onSuccess: () => onChecked(name) }),
  );
  const mayBeMarked = check === 'unverified' || check === 'overdue';
  return (
    <div className={styles.row}>
      <div>
        <b>{name}</b>
        <small className={styles.kind}>{t(`settings:directory.kinds.${entry.kind}`)}</small>
      </div>
      <div>
        {entry.number && <span className={styles.number}>{entry.number}</span>}
        <small className={styles.kind}>{entry.reach}</small>
        <Check entry={entry} />
      </div>
      <div className={styles.actions}>
        {mayBeMarked && (
          <Button
            variant="default"
            size="xs"
            loading={mark.isPending}
            aria-label={t('settings:directory.todayOf', { name })}
            onClick={() => mark.mutate({ id })}
          >
            {t('settings:directory.today')}
          </Button>
        )}
        <Button variant="default" size="xs" aria-label={t('settings:directory.editOf', { name })} onClick={onEdit}>
          {t('settings:directory.edit')}
        </Button>
        {removable && (
          <Button variant="subtle" size="xs" aria-label={t('settings:directory.removeOf', { name })} onClick={onRemove}>
            {t('settings:directory.remove')}
          </Button>
        )}
      </div>
      {mark.isError && <FieldError>{t('settings:failed')}</FieldError>}
    </div>
  );
}

function Check({ entry: { check, checkedOn } }: { entry: DirectoryEntry }) {
  const t = useTexts();
  const format = useFormat();
  const date = checkedOn && format.shortDate(checkedOn);
  if (check === 'missing') return <Tag tone="due">{t('settings:directory.missing')}</Tag>;
  if (check === 'unverified')
    return (
      <span title={t('settings:directory.unverifiedHint')}>
        <Tag tone="due">{t('settings:directory.unverified')}</Tag>
      </span>
    );
  if (check === 'overdue')
    return (
      <div>
        <Tag tone="due">{t(date ? 'settings:directory.overdue' : 'settings:directory.neverChecked')}</Tag>
        {date && <small className={styles.kind}>{t('settings:directory.overdueHint', { date })}</small>}
      </div>
    );
  return <small>{date && t('settings:directory.checked', { date })}</small>;
}
