import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { dotted, useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import styles from '../ownWork/ownWork.module.css';

/** The worker's duties of the coming two weeks, a line for each day. */
export function OwnTurns() {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useApi();
  const own = useQuery(queries.rotation.own.queryOptions({ refetchOnMount: 'always' }));
  const days = [...Map.groupBy(own.data?.turns ?? [], ({ day }) => day)];
  return (
    <section aria-label={t('rotation:own.title')}>
      <SectionTitle>{t('rotation:own.title')}</SectionTitle>
      {own.isError && <FieldError>{t('ownWork:failed')}</FieldError>}
      {own.data?.turns.length === 0 && <small>{t('rotation:own.none')}</small>}
      <ul className={styles.list}>
        {days.map(([day, turns]) => (
          <li key={day}>
            <b>{format.longDate(day)}</b>
            <small>
              {dotted(
                turns.map(
                  ({ part, duty }) => `${t(`rotation:part.${part}`)} ${t(`rotation:duty.${duty}`).toLowerCase()}`,
                ),
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
