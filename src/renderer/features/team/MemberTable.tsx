import { Button } from '@mantine/core';
import type { TeamMember } from '../../../shared/contract/team.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Initials } from '../session/Initials.tsx';
import styles from './team.module.css';

interface Props {
  label: string;
  members: TeamMember[];
  onChange: (member: TeamMember) => void;
  onRemove: (member: TeamMember) => void;
}

export function MemberTable({ label, members, onChange, onRemove }: Props) {
  const t = useTexts();
  const format = useFormat();
  const { user } = useUnlocked();
  const columns = [t('team:name'), t('team:role'), t('team:function'), t('team:since'), { hidden: t('team:actions') }];
  return (
    <DataTable label={label} columns={columns}>
      {members.map((member) => (
        <tr key={member.id}>
          <th scope="row">
            <span className={styles.name}>
              <Initials name={member.name} />
              {member.name}
              {member.id === user.id && <Tag>{t('team:you')}</Tag>}
            </span>
          </th>
          <td>{t(`team:roles.${member.role}`)}</td>
          <td>
            {member.function}
            {member.department && <small className={styles.department}>{member.department}</small>}
          </td>
          <td>{format.date(member.createdAt)}</td>
          <td className={styles.action}>
            <Button
              variant="default"
              size="xs"
              aria-label={t('team:changeOf', { name: member.name })}
              onClick={() => onChange(member)}
            >
              {t('team:change')}
            </Button>
            {/* Nobody shuts themselves out; a colleague who is a manager can. */}
            {member.id !== user.id && (
              <Button
                variant="default"
                size="xs"
                aria-label={t('team:removeOf', { name: member.name })}
                onClick={() => onRemove(member)}
              >
                {t('team:remove')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
