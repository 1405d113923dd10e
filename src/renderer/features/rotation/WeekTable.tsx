import { safe } from '@orpc/client';
import { Fragment } from 'react';
import {
  type Duty,
  duty as duties,
  partOfDay,
  type RotationWeek,
  type Turn,
} from '../../../shared/contract/rotation.ts';
import { useApi } from '../../app/api.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import styles from './rotation.module.css';
import { TurnMenu } from './TurnMenu.tsx';

interface Props {
  week: RotationWeek;
  onFailed: () => void;
}

/** A row for each part of a day, a column for each duty; pressing a name moves it. */
export function WeekTable({ week, onFailed }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const shortDay = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const columns: (Duty | null)[] = [...duties.options, null];
  const nameOf = (column: Duty | null) => (column ? t(`rotation:duty.${column}`) : t('rotation:noDuty'));
  return (
    <table className={styles.week} aria-label={t('rotation:tableLabel')}>
      <thead>
        <tr>
          <th scope="col">{t('rotation:when')}</th>
          {columns.map((column) => (
            <th key={column ?? 'none'} scope="col">
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {week.days.map((day) => (
          <Fragment key={day}>
            {partOfDay.options.map((part) => (
              <tr key={part} data-part={part}>
                <th scope="row">
                  <b className={part === 'morning' ? undefined : 'visually-hidden'}>
                    {shortDay.format(Date.parse(day)).replace(',', '')}{' '}
                  </b>
                  <span>{t(`rotation:part.${part}`)}</span>
                </th>
                {columns.map((column) => (
                  <td key={column ?? 'none'}>
                    <Names week={week} slot={{ day, part }} column={column} onFailed={onFailed} />
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface NamesProps extends Props {
  slot: Pick<Turn, 'day' | 'part'>;
  column: Duty | null;
}

/** Who stands in a cell; in the last column those without a duty and those who are not there. */
function Names({ week, slot, column, onFailed }: NamesProps) {
  const t = useTexts();
  const { client } = useApi();
  const absent = new Set(week.absences.filter(({ day }) => day === slot.day).map(({ userId }) => userId));
  const dutyOf = (userId: number) =>
    week.turns.find((turn) => turn.userId === userId && turn.day === slot.day && turn.part === slot.part)?.duty ?? null;
  const here = week.people.filter(({ userId, takesPart }) => {
    const current = dutyOf(userId);
    return current === column && (current !== null || (takesPart && !absent.has(userId)));
  });
  const away = column === null ? week.people.filter(({ userId }) => absent.has(userId) && dutyOf(userId) === null) : [];

  async function assign(userId: number, duty: Duty | null): Promise<void> {
    const { error } = await safe(client.rotation.assign({ ...slot, userId, duty }));
    if (error) onFailed();
  }

  return (
    <div className={styles.names}>
      {here.map(({ userId, name }) => (
        <TurnMenu
          key={userId}
          name={name}
          slot={slot}
          current={column}
          isAbsent={absent.has(userId)}
          onChoose={(duty) => void assign(userId, duty)}
        />
      ))}
      {away.map(({ userId, name }) => (
        <small key={userId}>{t('rotation:absent', { name })}</small>
      ))}
    </div>
  );
}
