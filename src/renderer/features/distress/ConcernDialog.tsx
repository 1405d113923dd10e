import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sharing } from '../../../shared/contract/concernSharing.ts';
import type { Concern } from '../../../shared/contract/distress.ts';
import { useApi } from '../../app/api.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import styles from './ConcernDialog.module.css';
import { ConcernFields } from './ConcernFields.tsx';
import { ShareSteps } from './ShareSteps.tsx';
import { ToldList } from './ToldList.tsx';
import { useConcernCompletion } from './useConcernCompletion.ts';

interface Props {
  concernId: number;
  onClose: () => void;
}

type Doing = 'reading' | 'correcting' | 'telling';

/** One call of concern, for a manager: read, corrected, told to a practitioner. */
export function ConcernDialog({ concernId, onClose }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const [doing, setDoing] = useState<Doing>('reading');
  // Each reading is logged; what is being typed needs none.
  const options = { input: { concernId }, gcTime: 0, enabled: doing === 'reading' };
  const found = useQuery(queries.distress.detail.queryOptions(options));
  const sharing = useQuery(queries.distress.sharing.queryOptions(options));
  const content = found.data && sharing.data && { concern: found.data, sharing: sharing.data };
  return (
    <Dialog title={t('distress:register.detail')} onClose={onClose}>
      {(found.isPending || sharing.isPending) && <p>{t('common:loading')}</p>}
      {(found.isError || sharing.isError) && <FieldError>{t('review:failed')}</FieldError>}
      {content && <Content {...content} doing={doing} onDo={setDoing} onClose={onClose} />}
    </Dialog>
  );
}

interface ContentProps {
  concern: Concern;
  sharing: Sharing;
  doing: Doing;
  onDo: (doing: Doing) => void;
  onClose: () => void;
}

function Content({ concern, sharing, doing, onDo, onClose }: ContentProps) {
  const t = useTexts();
  const back = () => onDo('reading');
  if (doing === 'correcting') return <Correction concern={concern} onDone={back} />;
  if (doing === 'telling') return <ShareSteps concernId={concern.id} begun={sharing} onTold={back} onBack={back} />;
  return (
    <div className={styles.content}>
      <Facts concern={concern} sharing={sharing} />
      <ToldList told={sharing.told} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => onDo('correcting')}>
          {t('distress:register.correct')}
        </Button>
        <Button variant="default" onClick={() => onDo('telling')}>
          {t('distress:share.open')}
        </Button>
        <Button onClick={onClose}>{t('distress:register.close')}</Button>
      </div>
    </div>
  );
}

function Facts({ concern, sharing: { form, told } }: { concern: Concern; sharing: Sharing }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow();
  const { callerName, at, workerName, completion, corrected } = concern;
  const { finding, handedOverTo, takenOverBy, takenOverAt, remark } = completion;
  const tookOver = [takenOverBy, takenOverAt].filter(Boolean).join(', ');
  const facts = [
    [t('distress:record.finding'), t(`distress:finding.${finding}`)],
    [t('distress:record.handedOverTo'), t(`distress:handedOverTo.${handedOverTo}`)],
    [t('distress:complete.takenOverBy'), tookOver],
    [t('distress:record.remark'), remark],
    // What was told says on which ground; an answer after which nothing was told stands here.
    [
      t('distress:share.consentAsked'),
      form.consent && told.length === 0 ? t(`distress:share.consentAnswer.${form.consent}`) : '',
    ],
  ].filter(([, text]) => text !== '');
  return (
    <>
      <p>
        <b>{callerName ?? t('desk:unknownCaller')}</b>, {format.moment(at, now)}
      </p>
      <dl className={styles.facts}>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <small>
        {t('distress:register.recordedBy', { name: workerName })}
        {corrected &&
          `. ${t('distress:register.corrected', { name: corrected.byName, when: format.moment(corrected.at, now) })}`}
      </small>
    </>
  );
}

function Correction({ concern, onDone }: { concern: Concern; onDone: () => void }) {
  const t = useTexts();
  const { completion, typedTime, badTime, saveState, change, typeTime, finish } = useConcernCompletion(concern);
  return (
    <form
      className={styles.content}
      noValidate
      aria-label={t('distress:register.correct')}
      onSubmit={(event) => {
        event.preventDefault();
        void finish().then((isKept) => isKept && onDone());
      }}
    >
      <ConcernFields
        completion={completion}
        typedTime={typedTime}
        badTime={badTime}
        onChange={change}
        onTypeTime={typeTime}
      />
      <div className={styles.buttons}>
        <Button type="submit">{t('distress:complete.save')}</Button>
        {saveState === 'saved' && <small>{t('contacts:saved')}</small>}
        {saveState === 'failed' && <FieldError>{t('distress:complete.failed')}</FieldError>}
      </div>
    </form>
  );
}
