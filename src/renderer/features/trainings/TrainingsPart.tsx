import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Training } from '../../../shared/contract/trainings.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Section } from '../../components/Page.tsx';
import { PartHead } from '../team/PartHead.tsx';
import { StateTag } from './StateTag.tsx';
import { TrainingForm } from './TrainingForm.tsx';
import { TrainingSection } from './TrainingSection.tsx';
import styles from './trainings.module.css';

/** Which trainings the team follows, who followed them, and what must be followed again. */
export function TrainingsPart() {
  const t = useTexts();
  const { queries } = useApi();
  const register = useQuery(queries.trainings.register.queryOptions({ staleTime: 0 }));
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState('');
  const all = register.data?.trainings ?? [];
  const given = all.filter(({ retired }) => !retired);
  const retired = all.filter((training) => training.retired);
  return (
    <>
      <PartHead
        intro={t('trainings:intro')}
        action={!adding && <Button onClick={() => setAdding(true)}>{t('trainings:add')}</Button>}
        done={done}
      />
      {register.isError && <FieldError>{t('review:failed')}</FieldError>}
      {adding && (
        <TrainingForm
          training={null}
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false);
            setDone(t('trainings:saved'));
          }}
        />
      )}
      {register.isSuccess && all.length === 0 && !adding && <p>{t('trainings:none')}</p>}
      <Due trainings={given} />
      {given.map((training) => (
        <TrainingSection key={training.id} training={training} onDone={setDone} />
      ))}
      {retired.length > 0 && (
        <>
          <h3 className={styles.retired}>{t('trainings:retiredTitle')}</h3>
          <p className={styles.explain}>{t('trainings:retiredExplain')}</p>
          {retired.map((training) => (
            <TrainingSection key={training.id} training={training} onDone={setDone} />
          ))}
        </>
      )}
    </>
  );
}

/** Who must follow what again, the longest ago first. */
function Due({ trainings }: { trainings: Training[] }) {
  const t = useTexts();
  const format = useFormat();
  const due = trainings
    .flatMap(({ id, name, trainees }) => trainees.map((trainee) => ({ ...trainee, key: id, training: name })))
    .flatMap(({ latest, ...rest }) =>
      latest?.renewBy && latest.state !== 'valid' ? [{ ...rest, renewBy: latest.renewBy, state: latest.state }] : [],
    )
    .sort((a, b) => a.renewBy.localeCompare(b.renewBy));
  if (due.length === 0) return null;
  return (
    <Section title={t('trainings:dueTitle')} explain={t('trainings:dueExplain')}>
      <ul className={styles.due}>
        {due.map(({ key, userId, name, training, renewBy, state }) => (
          <li key={`${key}-${userId}`}>
            <StateTag state={state} />
            <span>
              <b>{name}</b> · {training} · {t('trainings:dueLine', { date: format.shortDate(renewBy) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
