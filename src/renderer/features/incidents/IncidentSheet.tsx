import { Button } from '@mantine/core';
import { useFormat, useNow } from '../../app/format.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useNote } from '../contacts/noteStore.ts';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import { behaviours, outcomes, severities } from './choices.ts';
import { IncidentSentences } from './IncidentSentences.tsx';
import styles from './IncidentSheet.module.css';
import { chooseSeverity, toggleBehaviour, toggleOutcome, useIncident } from './incidentStore.ts';
import { useRecordIncident } from './useRecordIncident.ts';

/** What happened, how bad, what next: one sheet, every choice one key, Enter records it. */
export function IncidentSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const note = useNote((store) => store.note);
  const chosen = useIncident();
  const record = useRecordIncident();
  const subject = useSubject();

  useShortcuts('sheet', {
    ...keysOf(behaviours, toggleBehaviour),
    ...keysOf(severities, chooseSeverity),
    ...keysOf(outcomes, toggleOutcome),
    Enter: (event) => (enterHasMeaning(event.target) ? false : record()),
  });

  return (
    <Sheet
      title={t('incidents:sheet.title')}
      aside={subject}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <div className={styles.message}>
            {chosen.problem ? (
              <FieldError>
                {chosen.problem === 'badNumber'
                  ? t('incidents:sheet.badNumber', { number: note?.newCaller?.number ?? '' })
                  : t(`incidents:sheet.${chosen.problem}`)}
              </FieldError>
            ) : (
              <small className={styles.later}>{t('incidents:sheet.later')}</small>
            )}
          </div>
          <Button size="xs" onClick={record} aria-keyshortcuts="Enter">
            {t('incidents:sheet.save')}
            <KeyHint>⏎</KeyHint>
          </Button>
        </div>
      }
    >
      <Chips title={t('incidents:sheet.what')}>
        {behaviours.map(({ key, choice }) => (
          <Chip
            key={key}
            hint={key}
            selected={chosen.behaviours.includes(choice)}
            onToggle={() => toggleBehaviour(choice)}
            title={t(`incidents:behaviourMeaning.${choice}`)}
          >
            {t(`incidents:behaviour.${choice}`)}
          </Chip>
        ))}
      </Chips>
      <Chips
        title={t('incidents:sheet.howBad')}
        aside={chosen.severity && t(`incidents:severityMeaning.${chosen.severity}`)}
      >
        {severities.map(({ key, choice }) => (
          <Chip
            key={key}
            hint={key}
            selected={chosen.severity === choice}
            onToggle={() => chooseSeverity(choice)}
            title={t(`incidents:severityMeaning.${choice}`)}
          >
            {t(`incidents:severity.${choice}`)}
          </Chip>
        ))}
      </Chips>
      <Chips title={t('incidents:sheet.next')} aside={t('incidents:sheet.optional')}>
        {outcomes.map(({ key, choice }) => (
          <Chip key={key} hint={key} selected={chosen.outcomes.includes(choice)} onToggle={() => toggleOutcome(choice)}>
            {t(`incidents:outcome.${choice}`)}
          </Chip>
        ))}
      </Chips>
      <IncidentSentences behaviour={chosen.behaviours.at(-1) ?? null} />
    </Sheet>
  );
}

/** Whom it is about, how they called, and when. */
function useSubject(): string {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const note = useNote((store) => store.note);
  const { nameOf } = useNoteActions();
  const parts = note
    ? [nameOf(note), t(`contacts:channel.${note.channel}`).toLocaleLowerCase(), format.time(now)]
    : [t('desk:unknownCaller'), format.time(now)];
  return parts.join(' · ');
}

const keysOf = <Choice,>(choices: { key: string; choice: Choice }[], onPress: (choice: Choice) => void) =>
  Object.fromEntries(choices.map(({ key, choice }) => [key.toLowerCase(), () => onPress(choice)]));
