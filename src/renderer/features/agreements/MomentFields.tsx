import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import type { AgreedMoment, QuietMoments } from '../../../shared/contract/agreements.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SectionTitle } from '../../components/SectionTitle.tsx';
import { TextField } from '../../components/TextField.tsx';
import styles from './MomentFields.module.css';
import { isSameMoment, useMomentText, useWeekdays } from './moments.ts';
import type { TypedMoment } from './typedAgreement.ts';
import { WeekMap } from './WeekMap.tsx';

const MOST_MOMENTS = 7;
const usual: AgreedMoment = { weekday: 1, from: '14:00', until: '15:00' };

interface Props {
  moments: TypedMoment[];
  quiet: QuietMoments;
  problem: string | null;
  onChange: (moments: TypedMoment[]) => void;
}

/** When somebody may call: quiet hours in one press, or any other. */
export function MomentFields({ moments, quiet, problem, onChange }: Props) {
  const t = useTexts();
  const momentText = useMomentText();
  const newKey = Math.max(0, ...moments.map(({ key }) => key)) + 1;
  const isChosen = (moment: AgreedMoment) => moments.some((other) => isSameMoment(other, moment));

  function toggle(moment: AgreedMoment): void {
    if (isChosen(moment)) onChange(moments.filter((other) => !isSameMoment(other, moment)));
    else if (moments.length < MOST_MOMENTS) onChange([...moments, { ...moment, key: newKey }]);
  }

  return (
    <section className={styles.section}>
      <SectionTitle>{t('agreements:form.moments')}</SectionTitle>
      {quiet.proposed.length === 0 ? (
        <small>{t('agreements:form.quietNone')}</small>
      ) : (
        <Chips title={t('agreements:form.quiet')}>
          {quiet.proposed.map((moment) => (
            <Chip key={momentText(moment)} selected={isChosen(moment)} onToggle={() => toggle(moment)}>
              {momentText(moment)}
            </Chip>
          ))}
        </Chips>
      )}
      {quiet.hours.length > 0 && <WeekMap quiet={quiet} />}
      {moments.map((moment) => (
        <MomentRow
          key={moment.key}
          moment={moment}
          onChange={(changed) => onChange(moments.map((other) => (other.key === moment.key ? changed : other)))}
          onRemove={() => onChange(moments.filter(({ key }) => key !== moment.key))}
        />
      ))}
      {problem && <FieldError>{problem}</FieldError>}
      {moments.length < MOST_MOMENTS && (
        <Button
          className={styles.add}
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size="1em" aria-hidden="true" />}
          onClick={() => onChange([...moments, { ...usual, key: newKey }])}
        >
          {t('agreements:form.addMoment')}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  moment: TypedMoment;
  onChange: (moment: TypedMoment) => void;
  onRemove: () => void;
}

function MomentRow({ moment, onChange, onRemove }: RowProps) {
  const t = useTexts();
  const weekdays = useWeekdays('long');
  const momentText = useMomentText();
  const weekdayId = useId();
  return (
    <div className={styles.row}>
      <div className={styles.weekday}>
        <label htmlFor={weekdayId}>{t('agreements:form.weekday')}</label>
        <select
          id={weekdayId}
          value={moment.weekday}
          onChange={(event) => onChange({ ...moment, weekday: Number(event.currentTarget.value) })}
        >
          {weekdays.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={t('agreements:form.from')}
        value={moment.from}
        maxLength={5}
        onChange={(from) => onChange({ ...moment, from })}
      />
      <TextField
        label={t('agreements:form.until')}
        value={moment.until}
        maxLength={5}
        onChange={(until) => onChange({ ...moment, until })}
      />
      <IconButton
        label={t('agreements:form.removeMoment', { moment: momentText(moment) })}
        icon={<IconX aria-hidden="true" />}
        onPress={onRemove}
      />
    </div>
  );
}
