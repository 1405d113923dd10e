import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { KeyDue } from '../keys/KeyDue.tsx';
import { AccessNotice } from './AccessNotice.tsx';
import { AddMember } from './AddMember.tsx';
import { ChangeMember } from './ChangeMember.tsx';
import { GroupLists } from './GroupLists.tsx';
import { MemberTable } from './MemberTable.tsx';
import { PartHead } from './PartHead.tsx';
import { RemoveMember } from './RemoveMember.tsx';
import { SetPassword } from './SetPassword.tsx';
import styles from './team.module.css';

/** Who may unlock the app, and as what. */
export function PeoplePart() {
  const t = useTexts();
  const { queries } = useApi();
  const members = useQuery(queries.team.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<TeamMember | null>(null);
  const [forgotten, setForgotten] = useState<TeamMember | null>(null);
  const [removing, setRemoving] = useState<TeamMember | null>(null);
  const [done, setDone] = useState('');

  const active = members.data?.filter((member) => member.active) ?? [];
  const former = members.data?.filter((member) => !member.active) ?? [];

  return (
    <>
      <PartHead
        intro={t('team:intro')}
        action={
          !adding && (
            <Button
              onClick={() => {
                setDone('');
                setAdding(true);
              }}
            >
              {t('team:add')}
            </Button>
          )
        }
        done={done}
      />
      <AccessNotice />
      <KeyDue />
      {adding && (
        <AddMember
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false);
            setDone(t('team:added', { name }));
          }}
        />
      )}
      {members.isError && <FieldError>{t('review:failed')}</FieldError>}
      {members.isSuccess && (
        <div className={styles.card}>
          <MemberTable label={t('team:listLabel')} members={active} onChange={setChanging} onRemove={setRemoving} />
          {active.length === 1 && !adding && <p className={styles.onlyYou}>{t('team:onlyYou')}</p>}
        </div>
      )}
      {former.length > 0 && (
        <Section title={t('team:formerTitle')} explain={t('team:formerHint')}>
          <p>{former.map((member) => member.name).join(', ')}</p>
        </Section>
      )}
      <GroupLists />
      {changing && (
        <ChangeMember
          member={changing}
          onClose={() => setChanging(null)}
          onChanged={(name) => {
            setChanging(null);
            setDone(t('team:changed', { name }));
          }}
          onForgotten={() => {
            setChanging(null);
            setForgotten(changing);
          }}
        />
      )}
      {forgotten && (
        <SetPassword
          member={forgotten}
          onClose={() => setForgotten(null)}
          onGiven={() => {
            setForgotten(null);
            setDone(t('team:passwordGiven', { name: forgotten.name }));
          }}
        />
      )}
      {removing && (
        <RemoveMember
          member={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            setDone(t('team:removed', { name: removing.name }));
          }}
        />
      )}
    </>
  );
}
