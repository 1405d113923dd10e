import { Button } from '@mantine/core';
import { announce } from '../../app/announce.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { enterHasMeaning, isTyping, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { useNote } from '../contacts/noteStore.ts';
import { useNoteActions } from '../contacts/useNoteActions.ts';
import styles from './ConcernRecordForm.module.css';
import { crisisFindings, lonelyFindings, receivers } from './choices.ts';
import { forgetConcern, useConcern } from './concernStore.ts';

/** The least that lets a colleague carry on: what was found, who took over, a remark. */
export function ConcernRecordForm() {
  const t = useTexts();
  const { client } = useApi();
  const { finding, handedOverTo, remark, problem } = useConcern();
  const note = useNote((store) => store.note);
  const { nameOf } = useNoteActions();
  const isLonely = finding !== null && lonelyFindings.includes(finding);
  const shownReceivers = isLonely ? receivers.filter((receiver) => receiver !== 'emergency') : receivers;

  function say(next: 'missingFinding' | 'missingHandOver' | 'failed'): void {
    useConcern.setState({ problem: next });
    announce(t(`distress:record.${next}`));
  }

  async function record(): Promise<void> {
    if (!finding) return say('missingFinding');
    if (!handedOverTo) return say('missingHandOver');
    let recordedId: number;
    try {
      const { concernId } = await client.distress.record({
        kind: isLonely ? 'lonely' : 'crisis',
        callerId: note?.callerId ?? null,
        finding,
        handedOverTo,
        remark,
      });
      recordedId = concernId;
    } catch {
      return say('failed');
    }
    forgetConcern();
    confirm(t('desk:confirmConcern'));
    if (isLonely) closeSheet();
    else useConcern.setState({ stage: 'after', recordedId });
  }

  const chooseReceiver = shownReceivers.map((receiver, index): [string, (event: KeyboardEvent) => unknown] => [
    String(index + 1),
    (event) => (isTyping(event.target) ? false : useConcern.setState({ handedOverTo: receiver, problem: null })),
  ]);
  useShortcuts('sheet', {
    ...Object.fromEntries(chooseReceiver),
    Enter: (event) => (enterHasMeaning(event.target) ? false : void record()),
    'Ctrl+Enter': () => void record(),
  });

  return (
    <>
      <p>
        <b>{note ? t('distress:record.forCaller', { name: nameOf(note) }) : t('distress:record.noCaller')}</b>
        <br />
        <small>{t('distress:record.why')}</small>
      </p>
      <Chips title={t('distress:record.finding')}>
        {(isLonely ? lonelyFindings : crisisFindings).map((one) => (
          <Chip
            key={one}
            selected={finding === one}
            onToggle={() => useConcern.setState({ finding: one, problem: null })}
          >
            {t(`distress:finding.${one}`)}
          </Chip>
        ))}
      </Chips>
      <Chips title={t('distress:record.handedOverTo')}>
        {shownReceivers.map((receiver, index) => (
          <Chip
            key={receiver}
            hint={String(index + 1)}
            selected={handedOverTo === receiver}
            onToggle={() => useConcern.setState({ handedOverTo: receiver, problem: null })}
          >
            {t(`distress:handedOverTo.${receiver}`)}
          </Chip>
        ))}
      </Chips>
      <TextBox
        label={t('distress:record.remark')}
        hint={t('distress:record.remarkHelp')}
        rows={2}
        maxLength={2_000}
        value={remark}
        onChange={(typed) => useConcern.setState({ remark: typed })}
      />
      <div className={styles.actions}>
        <div className={styles.message}>{problem && <FieldError>{t(`distress:record.${problem}`)}</FieldError>}</div>
        <Button size="xs" onClick={() => void record()} aria-keyshortcuts="Enter">
          {t('distress:record.save')}
          <KeyHint>⏎</KeyHint>
        </Button>
      </div>
    </>
  );
}
