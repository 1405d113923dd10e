import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Rectifiable } from '../../../shared/contract/privacyRectification.ts';
import { useFormat } from '../../app/format.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';
import { CallerFields } from '../callers/CallerFields.tsx';
import { asTyped, changedDetails, type TypedDetails } from '../callers/typedDetails.ts';
import { useDetailsForm } from '../callers/useDetailsForm.ts';
import { KeptLine } from '../unfinished/KeptLine.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useLeaving } from '../unfinished/useLeaving.ts';
import styles from './privacy.module.css';

interface Props {
  requestId: number;
  found: Rectifiable;
  onClose: () => void;
}

/** The card of somebody who asked to have it put right. */
export function RectifyCard(props: Props) {
  const t = useTexts();
  const { requestId, found, onClose } = props;
  return (
    <Dialog title={t('privacyRequests:rectify.cardOf')} onClose={onClose}>
      <Unfinished form={`rectifyCard ${requestId}`} schema={changedDetails} empty={{}} callerId={found.callerId}>
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ requestId, found, onClose, typing }: Props & { typing: Typing<Partial<TypedDetails>> }) {
  const t = useTexts();
  const format = useFormat();
  const { form, problem, submit } = useDetailsForm({
    ...{ callerId: found.callerId, requestId, typing, onSaved: onClose },
    card: asTyped(found.details, format.birthDate),
  });
  const cancel = useLeaving(typing, onClose);
  useEffect(() => form.setFocus('displayName'), [form]);
  useShortcuts('sheet', { 'Ctrl+Enter': () => void submit() });
  return (
    <div className={styles.form}>
      <CallerFields control={form.control} problem={problem} />
      {problem && <FieldError>{problem.text}</FieldError>}
      <div className={`${styles.buttons} ${styles.inSight}`}>
        <Button onClick={() => void submit()} aria-keyshortcuts="Control+Enter">
          {t('common:save')}
          <KeyHint>Ctrl ⏎</KeyHint>
        </Button>
        <Button variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <KeptLine saveState={typing.saveState} />
      </div>
    </div>
  );
}
