import { Button } from '@mantine/core';
import { IconCup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/api.ts';
import { openSheet } from '../../app/deskStore.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useOwnAftercare, useOwnAftercareActions } from '../aftercare/useOwnAftercare.ts';
import { AskTakeOver } from '../breaks/AskTakeOver.tsx';
import { useBreakActions, useBreakState } from '../breaks/useBreaks.ts';
import styles from './AfterConcern.module.css';
import { ChoiceList } from './ChoiceList.tsx';
import { goToStage, leaveToComeBack, useConcern } from './concernStore.ts';

/** After a heavy call: a moment for oneself first, then what can still be told and added. */
export function AfterConcern({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { queries } = useApi();
  const state = useBreakState();
  const recordedId = useConcern((store) => store.recordedId);
  const { ask, startFromSheet } = useBreakActions();
  const request = state?.request ?? null;
  const { data: colleagues } = useQuery(queries.breaks.colleagues.queryOptions());
  const mayAsk = request === null && colleagues?.hasTeamLead === true;
  const { askedAfterCall } = useOwnAftercare();
  const { askAfterCall } = useOwnAftercareActions();
  const [problem, setProblem] = useState<string | null>(null);
  const say = (text: string) => (isDone: boolean) => setProblem(isDone ? null : text);
  const takeBreak = () => void startFromSheet(state?.running ?? null).then(say(t('breaks:failed')));
  const askTeamLead = () => void ask({ who: 'teamLead' }).then(say(t('desk:actionFailed')));
  const askForAftercare = () => void askAfterCall().then(say(t('desk:actionFailed')));
  useShortcuts('sheet', {
    Enter: (event) => (enterHasMeaning(event.target) ? false : onClose()),
    F10: takeBreak,
    t: () => (mayAsk ? askTeamLead() : false),
    n: (event) => (!askedAfterCall && !event.repeat ? askForAftercare() : false),
  });
  function addTo(kind: 'concernShare' | 'concernCompletion'): void {
    if (recordedId === null) return;
    leaveToComeBack();
    openSheet({ kind, concernId: recordedId });
  }
  const choices = [
    { key: '1', label: t('distress:after.share'), onChoose: () => addTo('concernShare') },
    { key: '2', label: t('distress:after.complete'), onChoose: () => addTo('concernCompletion') },
    { key: '3', label: t('distress:after.script'), onChoose: () => goToStage('crisis') },
  ];
  return (
    <div className={styles.after}>
      <p>{t('desk:confirmConcern')}</p>
      <Notice
        tone="calm"
        icon={<IconCup size="1.2em" aria-hidden="true" />}
        title={t('distress:after.break')}
        actions={
          <>
            <Button onClick={takeBreak} aria-keyshortcuts="F10">
              {t('distress:after.takeBreak')}
              <KeyHint>F10</KeyHint>
            </Button>
            {mayAsk && (
              <Button variant="default" onClick={askTeamLead} aria-keyshortcuts="t">
                {t('distress:after.askTeamLead')}
                <KeyHint>T</KeyHint>
              </Button>
            )}
            {!askedAfterCall && (
              <Button variant="default" onClick={askForAftercare} aria-keyshortcuts="n">
                {t('distress:after.askAftercare')}
                <KeyHint>N</KeyHint>
              </Button>
            )}
            <Button variant="default" onClick={onClose} aria-keyshortcuts="Enter">
              {t('distress:after.goOn')}
              <KeyHint>⏎</KeyHint>
            </Button>
            {!mayAsk && <AskTakeOver request={request} />}
          </>
        }
      >
        {problem && <FieldError>{problem}</FieldError>}
        {askedAfterCall && <p role="status">{t('distress:after.aftercareAsked')}</p>}
      </Notice>
      <ChoiceList label={t('distress:after.more')} showLabel choices={choices} />
    </div>
  );
}
