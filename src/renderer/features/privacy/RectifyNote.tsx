import { Textarea } from '@mantine/core';
import { isDefinedError, safe } from '@orpc/client';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Rectifiable } from '../../../shared/contract/privacyRectification.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { KeptFormButtons } from '../unfinished/KeptFormButtons.tsx';
import { type Typing, Unfinished } from '../unfinished/Unfinished.tsx';
import { useKeepTyping } from '../unfinished/useKeepTyping.ts';
import styles from './privacy.module.css';

const typedNote = z.object({ text: z.string() });
type TypedNote = z.infer<typeof typedNote>;

interface Props {
  requestId: number;
  callerId: number;
  note: Rectifiable['contacts'][number];
  onClose: () => void;
}

/** The note of a contact that somebody asked to have put right; what it said goes. */
export function RectifyNote(props: Props) {
  const t = useTexts();
  const { callerId, note, onClose } = props;
  return (
    <Dialog title={t('privacyRequests:rectify.noteTitle')} onClose={onClose}>
      <Unfinished form={`rectifyNote ${note.id}`} schema={typedNote} empty={{ text: note.text }} callerId={callerId}>
        {(typing) => <Fields {...props} typing={typing} />}
      </Unfinished>
    </Dialog>
  );
}

function Fields({ requestId, note, onClose, typing }: Props & { typing: Typing<TypedNote> }) {
  const t = useTexts();
  const { client } = useApi();
  const form = useForm<TypedNote>({ defaultValues: typing.start });
  const [problem, setProblem] = useState<string | null>(null);
  useKeepTyping(form, typing.keep);
  useEffect(() => form.setFocus('text'), [form]);

  async function save({ text }: TypedNote): Promise<void> {
    const change = { record: 'contact', contactId: note.id, text } as const;
    const { error } = await safe(client.privacy.rectify({ requestId, change }));
    if (error) {
      const isRestricted = isDefinedError(error) && error.code === 'RESTRICTED';
      return setProblem(t(isRestricted ? 'callers:restriction.refused' : 'privacyRequests:failed'));
    }
    await safe(typing.drop());
    onClose();
  }

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(save)}>
      <Textarea
        {...form.register('text')}
        label={t('privacyRequests:rectify.note')}
        description={t('privacyRequests:rectify.noteHelp')}
        rows={6}
        maxLength={20_000}
      />
      {problem && <FieldError>{problem}</FieldError>}
      <KeptFormButtons busy={form.formState.isSubmitting} typing={typing} onClose={onClose} />
    </form>
  );
}
