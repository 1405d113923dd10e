import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Training } from '../../../shared/contract/trainings.ts';
import { useTexts } from '../../app/texts.ts';
import { Section } from '../../components/Page.tsx';
import teamStyles from '../team/team.module.css';
import { RecordForm } from './RecordForm.tsx';
import { Trainees } from './Trainees.tsx';
import { TrainingForm } from './TrainingForm.tsx';

interface Props {
  training: Training;
  onDone: (text: string) => void;
}

/** One training and how each of the team stands with it. */
export function TrainingSection({ training, onDone }: Props) {
  const t = useTexts();
  const [open, setOpen] = useState<'record' | 'change' | null>(null);
  const { name, kind, validMonths } = training;
  const validity = validMonths === null ? t('trainings:validAlways') : t('trainings:validFor', { count: validMonths });
  const close = () => setOpen(null);

  function done(text: string): void {
    close();
    onDone(text);
  }

  if (open === 'change') {
    return <TrainingForm training={training} onClose={close} onSaved={() => done(t('trainings:saved'))} />;
  }
  return (
    <Section
      title={name}
      explain={`${t(`trainings:kind.${kind}`)} · ${validity}`}
      action={
        <div className={teamStyles.buttons}>
          <Button
            size="xs"
            variant="default"
            aria-label={t('trainings:changeOf', { name })}
            onClick={() => setOpen('change')}
          >
            {t('trainings:change')}
          </Button>
          {open !== 'record' && !training.retired && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('trainings:recordOf', { name })}
              onClick={() => setOpen('record')}
            >
              {t('trainings:record')}
            </Button>
          )}
        </div>
      }
    >
      {open === 'record' && (
        <RecordForm training={training} onClose={close} onSaved={() => done(t('trainings:recorded'))} />
      )}
      <Trainees training={training} onDone={onDone} />
    </Section>
  );
}
