import { useState } from 'react';
import type { IncidentCompletion, OwnIncident } from '../../../shared/contract/incidents.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm, openSheet } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SaveFooter } from '../../components/SaveFooter.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import styles from './CompletionSheet.module.css';
import { aggressionKinds, causes, weights } from './choices.ts';
import {
  changeCompletion,
  closeCompletion,
  completionOf,
  settleCompletion,
  useBegunCompletion,
} from './completionStore.ts';
import { IncidentSummary } from './IncidentSummary.tsx';
import { PeopleFields } from './PeopleFields.tsx';

interface Props {
  incident: OwnIncident;
  onClose: () => void;
}

/** What could wait until after the call; nothing of it has to be filled in. */
export function CompletionSheet({ incident, onClose }: Props) {
  const t = useTexts();
  const { client } = useApi();
  const begun = useBegunCompletion(incident.id);
  const [failed, setFailed] = useState(false);
  const completion = { ...completionOf(incident), ...begun?.changed };

  const send = (changed: Partial<IncidentCompletion>, done: boolean) =>
    client.incidents.complete({ incidentId: incident.id, completion: changed, done });

  const change = (part: Partial<IncidentCompletion>) =>
    changeCompletion(incident, part, (changed) => send(changed, false));

  async function finish(): Promise<void> {
    await settleCompletion(incident.id);
    try {
      await send(begun?.changed ?? {}, true);
    } catch {
      return setFailed(true);
    }
    closeCompletion(incident.id);
    closeSheet();
    confirm(t('incidents:complete.saved'));
  }

  useShortcuts('sheet', { 'Ctrl+Enter': () => void finish() });

  return (
    <Sheet
      title={t('incidents:complete.title')}
      aside={incident.callerName ?? t('desk:unknownCaller')}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <SaveFooter
          message={
            <>
              {failed && <FieldError>{t('incidents:complete.failed')}</FieldError>}
              {!failed && begun && (
                <small>
                  {t(
                    begun.saveState === 'saved'
                      ? 'contacts:saved'
                      : begun.saveState === 'failed'
                        ? 'contacts:notSaved'
                        : 'contacts:saving',
                  )}
                </small>
              )}
            </>
          }
          save={t('incidents:complete.save')}
          onSave={() => void finish()}
        />
      }
    >
      <IncidentSummary incident={incident} />
      {incident.question && <AskedBack question={incident.question} />}
      <Chips title={t('incidents:complete.cause')}>
        {causes.map((cause) => (
          <Chip
            key={cause}
            selected={completion.cause === cause}
            onToggle={() => change({ cause: completion.cause === cause ? null : cause })}
          >
            {t(`incidents:cause.${cause}`)}
          </Chip>
        ))}
      </Chips>
      <TextBox
        label={t('incidents:complete.words')}
        hint={t('incidents:complete.wordsHelp')}
        rows={2}
        maxLength={20_000}
        value={completion.words}
        onChange={(words) => change({ words })}
      />
      <TextBox
        label={t('incidents:complete.account')}
        hint={t('incidents:complete.accountHelp')}
        rows={3}
        maxLength={20_000}
        value={completion.account}
        onChange={(account) => change({ account })}
      />
      <Attachments
        incidentId={incident.id}
        callerId={incident.callerId}
        onOpen={(attachment) => openSheet({ kind: 'attachment', attachment })}
      />
      <PeopleFields people={completion} reporterId={null} onChange={change} />
      <Chips
        title={t('incidents:complete.kind')}
        aside={
          completion.aggressionKind
            ? t(`incidents:aggressionKindMeaning.${completion.aggressionKind}`)
            : t('incidents:complete.kindHelp')
        }
      >
        {aggressionKinds.map((kind) => (
          <Chip
            key={kind}
            selected={completion.aggressionKind === kind}
            onToggle={() => change({ aggressionKind: completion.aggressionKind === kind ? null : kind })}
            title={t(`incidents:aggressionKindMeaning.${kind}`)}
          >
            {t(`incidents:aggressionKind.${kind}`)}
          </Chip>
        ))}
      </Chips>
      <div>
        <Chips title={t('incidents:complete.weight')}>
          {weights.map((weight) => (
            <Chip key={weight} selected={completion.weight === weight} onToggle={() => change({ weight })}>
              {t(`incidents:weight.${weight}`)}
            </Chip>
          ))}
        </Chips>
        <small>{t('incidents:complete.weightHelp')}</small>
      </div>
    </Sheet>
  );
}

/** What a manager wants to know of it; saving it as done is the answer. */
function AskedBack({ question }: { question: NonNullable<OwnIncident['question']> }) {
  const t = useTexts();
  return (
    <Notice tone="say" title={t('incidents:complete.asked', { name: question.byName })}>
      <p className={styles.question}>{question.text}</p>
    </Notice>
  );
}
