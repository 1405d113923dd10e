import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from '../ownWork/ownWork.module.css';
import { StateTag } from './StateTag.tsx';

/** What the worker followed, the newest first. */
export function OwnTrainings() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const own = useQuery(queries.trainings.own.queryOptions({ refetchOnMount: 'always' }));
  return (
    <section aria-label={t('trainings:own.title')}>
      <SectionTitle>{t('trainings:own.title')}</SectionTitle>
      {own.isError && <FieldError>{t('ownWork:failed')}</FieldError>}
      {own.data?.length === 0 && <small>{t('trainings:own.none')}</small>}
      <ul className={styles.list}>
        {own.data?.map(({ id, name, doneOn, certificate, renewBy, state, latest }) => {
          const again = latest && renewBy && t('trainings:own.renewBy', { date: format.shortDate(renewBy) });
          return (
            <li key={id}>
              <span className={styles.line}>
                <b>{name}</b>
                {again && <StateTag state={state} />}
              </span>
              <small>{dotted([format.shortDate(doneOn), again, certificate])}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
