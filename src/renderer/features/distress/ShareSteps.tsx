import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShareWay, Sharing } from '../../../shared/contract/concernSharing.ts';
import { useTexts } from '../../app/texts.ts';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './ConcernDialog.module.css';
import { ShareFields } from './ShareFields.tsx';
import { ShareText } from './ShareText.tsx';
import { useSharing } from './useSharing.ts';

interface Props {
  concernId: number;
  begun: Sharing;
  onTold: () => void;
  onBack: () => void;
}

/** Telling a practitioner from the register: the ground and what, then the text. */
export function ShareSteps({ concernId, begun, onTold, onBack }: Props) {
  const t = useTexts();
  const sharing = useSharing(concernId, begun);
  const { preview, problem, findProblem, tell } = sharing;
  const [isReady, setReady] = useState(false);
  const finish = (way: ShareWay) => void tell(way).then((isTold) => isTold && onTold());
  return (
    <div className={styles.content}>
      {isReady ? (
        <ShareText sheet={preview.sheet} />
      ) : (
        <>
          <b>{t('distress:share.ask')}</b>
          <ShareFields sharing={sharing} begun={begun} />
        </>
      )}
      {problem && (
        <FieldError>
          {problem === 'failed' ? t('distress:share.failed') : t(`distress:share.obstacle.${problem}`)}
        </FieldError>
      )}
      <small>{t(isReady ? 'distress:share.gpDecides' : 'distress:share.noAdvice')}</small>
      <div className={styles.buttons}>
        {isReady ? (
          <>
            <Button onClick={() => finish('readOut')}>{t('distress:share.readOut')}</Button>
            <Button variant="default" onClick={() => finish('paper')}>
              {t('distress:share.paper')}
            </Button>
            <Button variant="subtle" onClick={() => setReady(false)}>
              {t('distress:share.change')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void findProblem().then((found) => setReady(found === null))}>
              {t('distress:share.next')}
            </Button>
            <Button variant="subtle" onClick={onBack}>
              {t('common:back')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
