import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GroupKind, groupKind, type TeamGroup } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import styles from './team.module.css';

/** What is open: a new one of a kind, or a new name for one. */
type Open = { kind: GroupKind; group: TeamGroup | null };

/** The functions and departments that can be chosen, and those that are offered no more. */
export function GroupLists() {
  const t = useTexts();
  const { client, queries } = useApi();
  const groups = useQuery(queries.team.groups.queryOptions()).data;
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState('');
  const retire = async ({ id, name, retired }: TeamGroup) => {
    const { error } = await safe(client.team.setGroupRetired({ groupId: id, retired: !retired }));
    setDone(error ? t('team:failed') : t(retired ? 'team:groups.isBack' : 'team:groups.retired', { name }));
  };
  if (!groups) return null;
  return (
    <Section title={t('team:groups.title')} explain={t('team:groups.explain')}>
      <p role="status" className={styles.done}>
        {done}
      </p>
      <div className={styles.groupLists}>
        {groupKind.options.map((kind) => (
          <GroupList
            key={kind}
            kind={kind}
            groups={groups.filter((group) => group.kind === kind)}
            onOpen={(group) => {
              setDone('');
              setOpen({ kind, group });
            }}
            onRetire={(group) => void retire(group)}
          />
        ))}
      </div>
      {open && (
        <GroupDialog
          {...open}
          onClose={() => setOpen(null)}
          onSaved={(name) => {
            setOpen(null);
            setDone(t('team:groups.saved', { name }));
          }}
        />
      )}
    </Section>
  );
}

interface ListProps {
  kind: GroupKind;
  groups: readonly TeamGroup[];
  onOpen: (group: TeamGroup | null) => void;
  onRetire: (group: TeamGroup) => void;
}

function GroupList({ kind, groups, onOpen, onRetire }: ListProps) {
  const t = useTexts();
  const inUse = groups.filter((group) => !group.retired);
  const retired = groups.filter((group) => group.retired);
  const title = t(`team:groups.of.${kind}`);
  return (
    <div className={styles.groupList}>
      <h4>{title}</h4>
      {inUse.length === 0 && <p className={styles.groupNote}>{t('team:groups.none')}</p>}
      <Rows label={title} groups={inUse} onOpen={onOpen} onRetire={onRetire} />
      <div>
        <Button variant="default" size="xs" onClick={() => onOpen(null)}>
          {t(`team:groups.add.${kind}`)}
        </Button>
      </div>
      {retired.length > 0 && (
        <>
          <p className={styles.groupNote}>{t('team:groups.notInUse')}</p>
          <Rows label={`${title}: ${t('team:groups.notInUse')}`} groups={retired} onOpen={onOpen} onRetire={onRetire} />
        </>
      )}
    </div>
  );
}

type RowsProps = Omit<ListProps, 'kind'> & { label: string };

function Rows({ label, groups, onOpen, onRetire }: RowsProps) {
  const t = useTexts();
  if (groups.length === 0) return null;
  return (
    <ul aria-label={label}>
      {groups.map((group) => (
        <li key={group.id} className={styles.group}>
          <span className={styles.groupName}>
            {group.name} <small>{t('team:groups.members', { count: group.members })}</small>
          </span>
          <span className={styles.action}>
            <Button
              variant="default"
              size="xs"
              aria-label={t('team:groups.renameOf', { name: group.name })}
              onClick={() => onOpen(group)}
            >
              {t('team:groups.rename')}
            </Button>
            <Button
              variant="default"
              size="xs"
              aria-label={t(group.retired ? 'team:groups.putBackOf' : 'team:groups.retireOf', { name: group.name })}
              onClick={() => onRetire(group)}
            >
              {t(group.retired ? 'team:groups.putBack' : 'team:groups.retire')}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
