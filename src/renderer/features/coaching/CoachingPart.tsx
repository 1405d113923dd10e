import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoachingMoment } from '../../../shared/contract/coaching.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { Tag } from '../../components/Tag.tsx';
import { PartHead } from '../team/PartHead.tsx';
import styles from './coaching.module.css';
import { MomentForm } from './MomentForm.tsx';
import { PlanForm } from './PlanForm.tsx';
import { stateTones } from './stateTones.ts';

/** Coaching on the job: what is planned, what was held, what was agreed. */
export function CoachingPart() {
  const t = useTexts();
  const { queries } = useApi();
  const moments = useQuery(queries.coaching.list.queryOptions({ staleTime: 0 }));
  const members = useQuery(queries.team.list.queryOptions()).data?.filter(({ active }) => active) ?? [];
  const [planning, setPlanning] = useState(false);
  const [openId, setOpenId] = useState<number | null>(null);
  const [done, setDone] = useState('');
  const groups = [
    { title: t('coaching:toComeTitle'), moments: moments.data?.filter(({ held }) => !held) ?? [] },
    { title: t('coaching:heldTitle'), moments: moments.data?.filter(({ held }) => held) ?? [] },
  ];
  const mayPlan = members.length > 1;
  return (
    <>
      <PartHead
        intro={t('coaching:intro')}
        action={!planning && mayPlan && <Button onClick={() => setPlanning(true)}>{t('coaching:plan')}</Button>}
        done={done}
      />
      {moments.isError && <FieldError>{t('review:failed')}</FieldError>}
      {planning && (
        <PlanForm
          members={members}
          onClose={() => setPlanning(false)}
          onPlanned={() => {
            setPlanning(false);
            setDone(t('coaching:planned'));
          }}
        />
      )}
      {moments.data?.length === 0 && !planning && <p>{t(mayPlan ? 'coaching:none' : 'team:onlyYou')}</p>}
      {groups
        .filter((group) => group.moments.length > 0)
        .map((group) => (
          <Section key={group.title} title={group.title}>
            <ul>
              {group.moments.map((moment) => (
                <Moment
                  key={moment.id}
                  moment={moment}
                  isOpen={openId === moment.id}
                  onToggle={() => setOpenId(openId === moment.id ? null : moment.id)}
                />
              ))}
            </ul>
          </Section>
        ))}
    </>
  );
}

interface MomentProps {
  moment: CoachingMoment;
  isOpen: boolean;
  onToggle: () => void;
}

function Moment({ moment, isOpen, onToggle }: MomentProps) {
  const t = useTexts();
  const format = useFormat();
  const { subject, workerName: worker, coachName: coach, onDay, state, agreed } = moment;
  return (
    <li className={styles.moment}>
      <div className={styles.row}>
        <div>
          <b>{t('coaching:with', { worker, coach })}</b> · {format.shortDate(onDay)}
          <p>{subject}</p>
          {agreed !== '' && !isOpen && <small>{t('coaching:own.agreed', { text: agreed })}</small>}
        </div>
        <Tag tone={stateTones[state]}>{t(`coaching:state.${state}`)}</Tag>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'coaching:closeOf' : 'coaching:openOf', { subject, name: worker })}
          onClick={onToggle}
        >
          {t(isOpen ? 'coaching:close' : 'coaching:open')}
        </Button>
      </div>
      {isOpen && <MomentForm moment={moment} onRemoved={onToggle} />}
    </li>
  );
}
