import { useMutation, useQuery } from '@tanstack/react-query';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { AbsenceList } from './AbsenceList.tsx';
import styles from './aftercare.module.css';

/** Who of the team is not there, so that nobody is expected to talk on a day off. */
export function TeamAbsences() {
  const t = useTexts();
  const { queries } = useApi();
  const { data } = useQuery(queries.aftercare.absences.queryOptions());
  const remove = useMutation(queries.aftercare.removeAbsence.mutationOptions());
  const [first] = data?.workers ?? [];
  return (
    <>
      <div>
        <h3 className={styles.title}>{t('aftercare:absence.title')}</h3>
        <p>{t('aftercare:absence.explain')}</p>
      </div>
      {data && first && (
        <AbsenceForm worker={first} workers={data.workers} onSaved={() => announce(t('aftercare:own.awaySaved'))} />
      )}
      {data?.absences.length === 0 && <p>{t('aftercare:absence.none')}</p>}
      <AbsenceList absences={data?.absences ?? []} withName onRemove={({ id }) => remove.mutate({ absenceId: id })} />
      {remove.isError && <FieldError>{t('aftercare:absence.failed')}</FieldError>}
    </>
  );
}
