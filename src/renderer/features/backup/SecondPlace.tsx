import { Button } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondPlace as Place } from '../../../shared/contract/backup.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import styles from './SecondPlace.module.css';
import { SecondPlaceForm } from './SecondPlaceForm.tsx';

/** Where every good backup is copied to as well, such as a stick; and what to know about it. */
export function SecondPlace() {
  const t = useTexts();
  const { queries } = useApi();
  const [choosing, setChoosing] = useState(false);
  const asked = useQuery(queries.backup.secondPlace.queryOptions());
  const forget = useMutation(queries.backup.forgetSecondPlace.mutationOptions());
  if (!asked.data) return null;
  const { place, canChoose } = asked.data;
  return (
    <div className={styles.place}>
      <h4 className={styles.title}>
        <IconUsb size="1.1em" aria-hidden="true" />
        {t('backup:second.title')}
      </h4>
      {place ? <PlaceNow place={place} /> : <p>{t('backup:second.none')}</p>}
      <p className={styles.meaning}>{t('backup:second.meaning')}</p>
      {forget.isError && <FieldError>{t('backup:second.problem.failed')}</FieldError>}
      {choosing ? (
        <SecondPlaceForm canChoose={canChoose} onClose={() => setChoosing(false)} />
      ) : (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t(place ? 'backup:second.another' : 'backup:second.choose')}
          </Button>
          {place && (
            <Button variant="subtle" loading={forget.isPending} onClick={() => forget.mutate(undefined)}>
              {t('backup:second.forget')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function PlaceNow({ place: { folder, copiedAt, problem } }: { place: Place }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const copied = copiedAt === null ? null : t('backup:second.copied', { when: format.moment(copiedAt, now) });
  return (
    <>
      <p>
        <code className={styles.folder}>{folder}</code>
      </p>
      {problem === null ? (
        <p role="status">{copied}</p>
      ) : (
        <Notice tone="due" title={t(`backup:second.problem.${problem}`)}>
          <p>{copied}</p>
        </Notice>
      )}
    </>
  );
}
