import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Concern } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm, openSheet, tellFailure } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { SaveFooter } from '../../components/SaveFooter.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { ChooseCaller } from '../callers/ChooseCaller.tsx';
import { ConcernFields } from './ConcernFields.tsx';
import { EmergencyKey } from './EmergencyKey.tsx';
import { openDanger } from './openDanger.ts';
import { useConcernCompletion } from './useConcernCompletion.ts';

interface Props {
  concernId: number;
  onClose: () => void;
}

/** A record of today: who took over and when, a remark, and what turned out otherwise. */
export default function ConcernCompletionSheet({ concernId, onClose }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  // What is typed elsewhere a moment ago must be in it.
  const { data: asked, isFetchedAfterMount } = useQuery(
    queries.distress.ownToday.queryOptions({ refetchOnMount: 'always' }),
  );
  const data = isFetchedAfterMount ? asked : undefined;
  const [opened, setOpened] = useState<Concern>();
  const found = opened ?? data?.find(({ id }) => id === concernId);
  // What is typed stays, whatever is asked again meanwhile.
  if (found && !opened) setOpened(found);
  if (found) return <Completion concern={found} onClose={onClose} />;
  if (!data) return null;
  return (
    <Sheet title={t('distress:complete.title')} closeLabel={t('desk:escBack')} onClose={onClose}>
      <p>{t('distress:complete.gone')}</p>
    </Sheet>
  );
}

function Completion({ concern, onClose }: { concern: Concern; onClose: () => void }) {
  const t = useTexts();
  const { client } = useApi();
  const [callerName, setCallerName] = useState(concern.callerName);
  const [linking, setLinking] = useState(false);
  const { completion, typedTime, badTime, saveState, change, typeTime, finish } = useConcernCompletion(concern);

  async function close(): Promise<void> {
    if (!(await finish())) return;
    closeSheet();
    confirm(t('distress:complete.saved'));
  }
  useShortcuts('sheet', { 'Ctrl+Enter': () => void close() });

  async function link(caller: { id: number; displayName: string }): Promise<void> {
    setLinking(false);
    try {
      await client.distress.linkCaller({ concernId: concern.id, callerId: caller.id });
      setCallerName(caller.displayName);
    } catch {
      tellFailure(t('desk:actionFailed'));
    }
  }

  if (linking)
    return (
      <Sheet title={t('distress:complete.link')} closeLabel={t('desk:escBack')} onClose={() => setLinking(false)}>
        <ChooseCaller onChoose={(caller) => void link(caller)}>
          <small>{t('contacts:ownDay.linkHelp')}</small>
        </ChooseCaller>
      </Sheet>
    );

  return (
    <Sheet
      title={t('distress:complete.title')}
      end={<EmergencyKey onOpen={openDanger} />}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <SaveFooter
          message={
            <>
              {saveState === 'failed' && <FieldError>{t('distress:complete.failed')}</FieldError>}
              {saveState === 'saving' && <small>{t('contacts:saving')}</small>}
              {saveState === 'saved' && <small>{t('contacts:saved')}</small>}
            </>
          }
          save={t('distress:complete.save')}
          onSave={() => void close()}
        />
      }
    >
      <p>
        <b>{callerName ?? t('desk:unknownCaller')}</b>{' '}
        <Button size="compact-xs" variant="default" onClick={() => setLinking(true)}>
          {t(callerName === null ? 'distress:complete.link' : 'distress:complete.otherCaller')}
        </Button>
        <br />
        <small>{t('distress:complete.why')}</small>
      </p>
      <ConcernFields
        completion={completion}
        typedTime={typedTime}
        badTime={badTime}
        onChange={change}
        onTypeTime={typeTime}
      />
      <div>
        <Button size="xs" variant="default" onClick={() => openSheet({ kind: 'concernShare', concernId: concern.id })}>
          {t('distress:complete.share')}
        </Button>
      </div>
    </Sheet>
  );
}
