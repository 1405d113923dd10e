import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Concern } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm, openSheet } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { ConcernFields } from './ConcernFields.tsx';
import styles from './ConcernRecordForm.module.css';
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
  const { data } = useQuery(queries.distress.ownToday.queryOptions());
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
  const { completion, typedTime, badTime, saveState, change, typeTime, finish } = useConcernCompletion(concern);

  async function close(): Promise<void> {
    if (!(await finish())) return;
    closeSheet();
    confirm(t('distress:complete.saved'));
  }
  useShortcuts('sheet', { 'Ctrl+Enter': () => void close() });

  return (
    <Sheet
      title={t('distress:complete.title')}
      end={<EmergencyKey onOpen={openDanger} />}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <div className={styles.actions}>
          <div className={styles.message}>
            {saveState === 'failed' && <FieldError>{t('distress:complete.failed')}</FieldError>}
            {saveState === 'saving' && <small>{t('contacts:saving')}</small>}
            {saveState === 'saved' && <small>{t('contacts:saved')}</small>}
          </div>
          <Button onClick={() => void close()} aria-keyshortcuts="Control+Enter">
            {t('distress:complete.save')}
            <KeyHint>Ctrl ⏎</KeyHint>
          </Button>
        </div>
      }
    >
      <p>
        <b>{concern.callerName ?? t('desk:unknownCaller')}</b>
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
