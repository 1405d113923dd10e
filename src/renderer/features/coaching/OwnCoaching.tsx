import { safe } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import type { CoachingMoment } from '../../../shared/contract/coaching.ts';
import { useApi } from '../../app/api.ts';
import { tellFailure } from '../../app/deskStore.ts';
import { useFormat } from '../../app/format.ts';
import { useUnlocked } from '../../app/session.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { Tag } from '../../components/Tag.tsx';
import styles from '../ownWork/ownWork.module.css';
import { stateTones } from './stateTones.ts';

/** Everything that stands about the worker's own coaching, and the moments at which they coach a colleague. */
export function OwnCoaching() {
  const t = useTexts();
  const { queries } = useApi();
  const own = useQuery(queries.coaching.own.queryOptions({ refetchOnMount: 'always' }));
  return (
    <section aria-label={t('coaching:own.title')}>
      <SectionTitle>{t('coaching:own.title')}</SectionTitle>
      {own.isError && <FieldError>{t('ownWork:failed')}</FieldError>}
      {own.data && <small>{t(own.data.length === 0 ? 'coaching:own.none' : 'coaching:own.explain')}</small>}
      <ul className={styles.list}>
        {own.data?.map((moment) => (
          <Moment key={moment.id} moment={moment} />
        ))}
      </ul>
    </section>
  );
}

function Moment({ moment }: { moment: CoachingMoment }) {
  const t = useTexts();
  const format = useFormat();
  const { user } = useUnlocked();
  const { subject, onDay, state, agreed, agreedBy, agreedDone } = moment;
  const isOwn = moment.userId === user.id;
  const withWhom = isOwn
    ? t('coaching:own.with', { name: moment.coachName })
    : t('coaching:own.youCoach', { name: moment.workerName });
  return (
    <li>
      <span className={styles.line}>
        <b>{subject}</b>
        <Tag tone={stateTones[state]}>{t(`coaching:state.${state}`)}</Tag>
      </span>
      <small>
        {format.longDate(onDay)} · {withWhom}
      </small>
      {agreed !== '' && (
        <span className={styles.agreed}>
          <span>
            {t('coaching:own.agreed', { text: agreed })}
            {agreedBy && <small> {t('coaching:own.by', { date: format.shortDate(agreedBy) })}</small>}
          </span>
          {isOwn ? <DoneChip moment={moment} /> : agreedDone && <Tag tone="calm">{t('coaching:own.done')}</Tag>}
        </span>
      )}
    </li>
  );
}

/** Whether what was agreed is done; only the worker it is about says so. */
function DoneChip({ moment: { id, agreedDone } }: { moment: CoachingMoment }) {
  const t = useTexts();
  const { client } = useApi();

  async function mark(done: boolean): Promise<void> {
    const { error } = await safe(client.coaching.markAgreedDone({ momentId: id, done }));
    if (error) tellFailure(t('desk:actionFailed'));
  }

  return (
    <Chip selected={agreedDone} onToggle={() => void mark(!agreedDone)}>
      {t('coaching:own.done')}
    </Chip>
  );
}
