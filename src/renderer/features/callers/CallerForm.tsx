import { safe } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { closeSheet, confirm } from '../../app/deskStore.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { useTexts } from '../../app/texts.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { KeptSaveFooter } from '../unfinished/KeptSaveFooter.tsx';
import { ResumedNotice } from '../unfinished/ResumedNotice.tsx';
import type { Typing } from '../unfinished/Unfinished.tsx';
import { CallerFields } from './CallerFields.tsx';
import { callerNameKey } from './callerName.ts';
import type { TypedDetails } from './typedDetails.ts';
import { useDetailsForm } from './useDetailsForm.ts';

interface Props {
  callerId: number;
  /** What stands on the card now. */
  card: TypedDetails;
  /** What was changed in the form and not saved yet. */
  typing: Typing<Partial<TypedDetails>>;
  onBeginAgain: () => void;
  onClose: () => void;
}

export function CallerForm({ callerId, card, typing, onBeginAgain, onClose }: Props) {
  const t = useTexts();
  const queryClient = useQueryClient();
  const { form, problem, submit } = useDetailsForm({
    ...{ callerId, card, typing },
    onSaved(name) {
      queryClient.setQueryData(callerNameKey(callerId), name);
      closeSheet();
      confirm(t('callers:edit.saved', { name }));
    },
  });

  async function beginAgain(): Promise<void> {
    await safe(typing.drop());
    onBeginAgain();
  }

  useShortcuts('sheet', { 'Ctrl+Enter': () => void submit() });

  return (
    <Sheet
      title={t('callers:edit.title')}
      closeLabel={t('desk:escKeeps')}
      onClose={onClose}
      toType
      footer={<KeptSaveFooter typing={typing} problem={problem?.text} onSave={() => void submit()} onClose={onClose} />}
    >
      {Object.keys(typing.start).length > 0 && <ResumedNotice onBeginAgain={() => void beginAgain()} />}
      <CallerFields control={form.control} problem={problem} />
    </Sheet>
  );
}
