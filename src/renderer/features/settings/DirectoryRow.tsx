import { Button } from '@mantine/core';
import type { DirectoryEntry } from '../../../shared/contract/distress.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';
import styles from './DirectoryPage.module.css';

interface Props {
  entry: DirectoryEntry;
  onEdit: () => void;
}

export function DirectoryRow({ entry, onEdit }: Props) {
  const t = useTexts();
  return (
    <div className={styles.row}>
      <div>
        <b>{entry.name}</b>
        <small className={styles.kind}>{t(`settings:directory.kinds.${entry.kind}`)}</small>
      </div>
      <div>
        {entry.number && <span className={styles.number}>{entry.number}</span>}
        <small className={styles.kind}>{entry.reach}</small>
      </div>
      <Check entry={entry} />
      <Button
        variant="default"
        size="xs"
        aria-label={t('settings:directory.editOf', { name: entry.name })}
        onClick={onEdit}
      >
        {t('settings:directory.edit')}
      </Button>
    </div>
  );
}

function Check({ entry }: { entry: DirectoryEntry }) {
  const t = useTexts();
  const format = useFormat();
  if (entry.number === '') return <Tag tone="due">{t('settings:directory.missing')}</Tag>;
  if (!entry.verified)
    return (
      <span title={t('settings:directory.unverifiedHint')}>
        <Tag tone="due">{t('settings:directory.unverified')}</Tag>
      </span>
    );
  return (
    <small>{entry.checkedOn && t('settings:directory.checked', { date: format.shortDate(entry.checkedOn) })}</small>
  );
}
