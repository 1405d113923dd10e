import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShareWay, Sharing } from '../../../shared/contract/concernSharing.ts';
import { useApi } from '../../app/api.ts';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { enterHasMeaning, useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import styles from './ConcernRecordForm.module.css';
import { EmergencyKey } from './EmergencyKey.tsx';
import { openDanger } from './openDanger.ts';
import { ShareFields } from './ShareFields.tsx';
import { ShareText } from './ShareText.tsx';
import { ToldList } from './ToldList.tsx';
import { useSharing } from './useSharing.ts';

interface Props {
  concernId: number;
  onClose: () => void;
}

/** Telling a practitioner: first the ground and what, then the text to read out or to print. */
export default function ConcernShareSheet({ concernId, onClose }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const sharing = useQuery(
    queries.distress.sharing.queryOptions({ input: { concernId }, staleTime: Infinity, gcTime: 0, retry: false }),
  );
  if (sharing.isPending) return null;
  if (sharing.isSuccess) return <Telling concernId={concernId} begun={sharing.data} onClose={onClose} />;
  return (
    <Sheet title={t('distress:share.title')} closeLabel={t('desk:escBack')} onClose={onClose}>
      <p>{t('distress:complete.gone')}</p>
    </Sheet>
  );
}

function Telling({ concernId, begun, onClose }: Props & { begun: Sharing }) {
  const t = useTexts();
  const sharing = useSharing(concernId, begun);
  const { preview, problem, findProblem, tell } = sharing;
  const [isReady, setReady] = useState(false);

  const next = async () => setReady((await findProblem()) === null);

  async function finish(way: ShareWay): Promise<void> {
    if (!(await tell(way))) return;
    closeSheet();
    confirm(t('distress:share.done'));
  }

  useShortcuts('sheet', {
    Enter: (event) => {
      if (enterHasMeaning(event.target)) return false;
      if (isReady) return finish('readOut');
      return next();
    },
    ...(isReady && { Backspace: () => setReady(false) }),
  });

  return (
    <Sheet
      title={t('distress:share.title')}
      end={<EmergencyKey onOpen={openDanger} />}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      footer={
        <div className={styles.actions}>
          <div className={styles.message}>
            {problem && (
              <FieldError>
                {problem === 'failed' ? t('distress:share.failed') : t(`distress:share.obstacle.${problem}`)}
              </FieldError>
            )}
            {!problem && <small>{t(isReady ? 'distress:share.gpDecides' : 'distress:share.noAdvice')}</small>}
          </div>
          {isReady ? (
            <>
              <Button size="xs" variant="default" onClick={() => void finish('paper')}>
                {t('distress:share.paper')}
              </Button>
              <Button size="xs" onClick={() => void finish('readOut')} aria-keyshortcuts="Enter">
                {t('distress:share.readOut')}
                <KeyHint>⏎</KeyHint>
              </Button>
            </>
          ) : (
            <Button size="xs" onClick={() => void next()} aria-keyshortcuts="Enter">
              {t('distress:share.next')}
              <KeyHint>⏎</KeyHint>
            </Button>
          )}
        </div>
      }
    >
      {isReady ? (
        <>
          <ShareText sheet={preview.sheet} />
          <div>
            <Button size="xs" variant="subtle" onClick={() => setReady(false)} aria-keyshortcuts="Backspace">
              {t('distress:share.change')}
              <KeyHint>⌫</KeyHint>
            </Button>
          </div>
        </>
      ) : (
        <>
          <b>{t('distress:share.ask')}</b>
          <ShareFields sharing={sharing} begun={begun} />
          <ToldList told={begun.told} />
        </>
      )}
    </Sheet>
  );
}
