import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { type CoachingDetails, type CoachingMoment, coachingDetails } from '../../../shared/contract/coaching.ts';
import { useApi } from '../../app/api.ts';
import { createSaver, type SaveState } from '../../app/saver.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { DayField } from '../../components/DayField.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import teamStyles from '../team/team.module.css';
import styles from './coaching.module.css';
import { MomentRemoval } from './MomentRemoval.tsx';

interface Props {
  moment: CoachingMoment;
  onRemoved: () => void;
}

type Typed = Omit<CoachingDetails, 'agreedBy'> & { agreedBy: string };

const check = (typed: Typed) =>
  coachingDetails.safeParse({ ...typed, agreedBy: typed.agreedBy === '' ? null : typed.agreedBy });

/** What a moment is about and what came of it, saved with every key. */
export function MomentForm({ moment, onRemoved }: Props) {
  const t = useTexts();
  const { coachId, subject, onDay, held, agreed, agreedBy } = moment;
  const [typed, setTyped] = useState<Typed>({ coachId, subject, onDay, held, agreed, agreedBy: agreedBy ?? '' });
  const [saveState, save] = useSavedDetails(moment.id);
  const wrong = check(typed).error?.issues.map(({ path }) => path[0]) ?? [];

  function change(part: Partial<Typed>): void {
    const next = { ...typed, ...part };
    setTyped(next);
    const details = check(next);
    if (details.success) save(details.data);
  }

  const textField = (field: 'subject' | 'agreed') => ({
    label: t(`coaching:${field}`),
    value: typed[field],
    maxLength: 120,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  });
  const dayField = (field: 'onDay' | 'agreedBy') => ({
    label: t(`coaching:${field}`),
    value: typed[field],
    onChange: (day: string) => change({ [field]: day }),
  });
  const doneText = moment.agreedDone ? t('coaching:agreedDone', { name: moment.workerName }) : t('coaching:agreedOpen');

  return (
    <div className={teamStyles.fields}>
      <div>
        <TextInput {...textField('subject')} aria-invalid={wrong.includes('subject')} />
        {wrong.includes('subject') && <FieldError>{t('coaching:emptySubject')}</FieldError>}
      </div>
      <DayField {...dayField('onDay')} problem={wrong.includes('onDay') && t('coaching:emptyDay')} />
      <div>
        <TextInput {...textField('agreed')} placeholder={t('coaching:agreedExample')} />
        {agreed !== '' && <Tag tone={moment.agreedDone ? 'calm' : 'plain'}>{doneText}</Tag>}
      </div>
      <DayField {...dayField('agreedBy')} />
      <div>
        <Chip selected={typed.held} onToggle={() => change({ held: !typed.held })}>
          {t('coaching:held')}
        </Chip>
      </div>
      <div className={styles.foot}>
        <SavedLine saveState={saveState} />
        <MomentRemoval moment={moment} onRemoved={onRemoved} />
      </div>
    </div>
  );
}

function useSavedDetails(momentId: number) {
  const { client } = useApi();
  const [saveState, setSaveState] = useState<SaveState>('untouched');
  const saver = useMemo(
    () => createSaver<CoachingDetails>((details) => client.coaching.update({ momentId, details }), setSaveState),
    [client, momentId],
  );
  useEffect(() => () => void saver.flush(), [saver]);
  return [saveState, saver.change] as const;
}

function SavedLine({ saveState }: { saveState: SaveState }) {
  const t = useTexts();
  if (saveState === 'saving') return <small>{t('coaching:keeping')}</small>;
  return <small>{t(saveState === 'failed' ? 'coaching:notKept' : 'coaching:keeps')}</small>;
}
